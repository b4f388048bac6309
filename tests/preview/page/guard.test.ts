import { once } from 'node:events'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { seedIds } from '../../../src/preview/seed.ts'
import { type Site, startSite } from '../../../src/preview/site/site.ts'
import { type StandIn, startStandIn } from '../../../src/preview/stand-in.ts'

let standIn: StandIn
let site: Site
let secret: string
beforeAll(async () => {
  standIn = await startStandIn()
  site = await startSite(standIn, { port: 0, newsDesk: new Promise(() => undefined) })
  const [, found = ''] = /name="preview-secret" content="([^"]+)"/.exec((await ask('GET', '/')).body) ?? []
  secret = found
})
afterAll(async () => {
  await site.close()
  await standIn.close()
})

const say = { user: seedIds.member, channel: seedIds.general, act: { kind: 'say', content: 'hello' } }

/** A request as any program can make it, with headers that no browser would let a page set. */
async function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; body: string; policy: string | undefined }> {
  const asking = request(`${site.url.slice(0, -1)}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
  })
  asking.end(method === 'POST' ? JSON.stringify(say) : undefined)
  const [response] = await once(asking, 'response')
  const policy = response.headers['content-security-policy']
  return { status: response.statusCode, body: await text(response), policy }
}

describe('the page', () => {
  it('is served with a policy under which nothing from elsewhere runs', async () => {
    const { status, policy } = await ask('GET', '/')
    expect(status).toBe(200)
    expect(policy).toContain("default-src 'none'; script-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it('listens on this machine alone', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      for (const port of [site.port, Number(new URL(standIn.apiUrl).port)]) {
        const socket = connect({ host: address, port })
        await expect(once(socket, 'connect')).rejects.toThrow('ECONNREFUSED')
      }
    }
    expect(new URL(site.url).hostname).toBe('127.0.0.1')
    expect(new URL(standIn.apiUrl).hostname).toBe('127.0.0.1')
  })

  it('serves its own files and nothing beside them', async () => {
    expect((await ask('GET', '/page/main.ts')).status).toBe(200)
    for (const path of [
      '/page/tsconfig.json',
      '/page/..%2fworld.ts',
      '/page/no.ts',
      '/page/%2e%2e%2fmain.ts',
    ])
      expect((await ask('GET', path)).status).toBe(404)
  })

  it.each(['text/html', 'image/svg+xml', 'application/xml', 'text/javascript'])(
    'gives what came from outside as a file to be saved, never as a page: %s',
    async (contentType) => {
      const file = { id: '77', filename: 'x"\r\n.html', contentType, data: Buffer.from('<script>'), url: '' }
      standIn.world.files.set(file.id, file)
      const response = await fetch(new URL(`attachments/1/77/x`, site.url))
      expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''x%22%0D%0A.html")
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it('answers itself, and knows nobody else', async () => {
    expect((await ask('POST', '/api/act', { 'x-preview-secret': secret })).status).toBe(200)
    expect(standIn.messages(seedIds.general)).toHaveLength(1)
  })

  it.each([
    ['a name that somebody lets point here', { host: 'rebound.example:80' }, 421],
    ['another port', { host: '127.0.0.1:1' }, 421],
  ])('refuses %s as its host', async (_, headers, status) => {
    expect((await ask('GET', '/', headers)).status).toBe(status)
    expect((await ask('POST', '/api/act', { 'x-preview-secret': secret, ...headers })).status).toBe(status)
  })

  it.each([
    ['without the secret', {}],
    ['with another secret', { 'x-preview-secret': 'x'.repeat(32) }],
    ['from another site without the secret', { origin: 'https://evil.example' }],
  ])('refuses acts %s', async (_, headers) => {
    expect((await ask('POST', '/api/act', headers)).status).toBe(403)
    expect((await ask('GET', `/api/scene?user=${seedIds.member}`, headers)).status).toBe(403)
  })

  it('refuses acts from another site even with the secret', async () => {
    const headers = { origin: 'https://evil.example', 'x-preview-secret': secret }
    expect((await ask('POST', '/api/act', headers)).status).toBe(403)
    expect(standIn.messages(seedIds.general)).toHaveLength(1)
  })

  it.each([
    ['without the secret', undefined, undefined],
    ['with another secret', 'x'.repeat(32), undefined],
    ['from another site', 'own', 'https://evil.example'],
  ])('refuses a socket %s', async (_, given, origin) => {
    const protocols = given === 'own' ? [secret] : given === undefined ? [] : [given]
    const socket = new WebSocket(`${site.url.replace('http', 'ws')}events`, protocols, {
      ...(origin !== undefined && { origin }),
    })
    const [error] = await once(socket, 'error')
    expect(String(error)).toContain('403')
  })

  it('tells its own socket what happens', async () => {
    const socket = new WebSocket(`${site.url.replace('http', 'ws')}events`, [secret])
    await once(socket, 'open')
    const heard: string[] = []
    socket.on('message', (data) => heard.push(String(data)))
    standIn.post(seedIds.general, seedIds.member, 'said aloud')
    await expect.poll(() => heard.some((event) => event.includes('said aloud'))).toBe(true)
    socket.terminate()
  })

  it('takes the next port where the wanted one is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const other = await startSite(standIn, { port, newsDesk: new Promise(() => undefined) })
    expect(other.port).toBeGreaterThan(port)
    await other.close()
    taken.close()
  })
})
