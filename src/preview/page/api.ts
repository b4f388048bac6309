import type { PageEvent } from '../site/wire.ts'

/** The page's secret, which the server wrote into the document: no other site can read it. */
const secret = document.querySelector<HTMLMetaElement>('meta[name=preview-secret]')?.content ?? ''

/** How long after the connection broke the page looks whether the preview is back, in milliseconds. */
const retryMs = 1000

/** Asks the preview. @throws Error in plain words for what it refuses. */
export async function get<Answer>(
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return read<Answer>(await fetch(`/api/${path}?${new URLSearchParams(query)}`, { headers: headers() }))
}

/** Sends something to the preview. @throws Error in plain words for what it refuses. */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  return read<Answer>(
    await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

function headers(): Record<string, string> {
  return { 'x-preview-secret': secret }
}

async function read<Answer>(response: Response): Promise<Answer> {
  const body: unknown = await response.json()
  const problem = errorOf(body)
  if (problem !== undefined) throw new Error(problem)
  return body as Answer
}

function errorOf(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : undefined
}

/**
 * Listens to what happens. `onEnd` is called when the preview has ended; once it is back, the page loads anew, since
 * its chat begins anew as well.
 */
export function listen(onEvent: (event: PageEvent) => void, onEnd: () => void): void {
  const socket = new WebSocket(`ws://${location.host}/events`, secret)
  socket.addEventListener('message', ({ data }) => onEvent(JSON.parse(String(data)) as PageEvent))
  socket.addEventListener('close', () => {
    onEnd()
    setInterval(async () => {
      const answer = await fetch('/', { method: 'HEAD' }).catch(() => undefined)
      if (answer?.ok) location.reload()
    }, retryMs)
  })
}

/** Bytes in the form in which they go into JSON. */
export async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return bytes.toBase64()
}
