import type { Json, JsonObject } from '../../src/preview/json.ts'
import { isJsonObject } from '../../src/preview/json.ts'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'

/** An answer of the stand-in. `body` is an empty object where there was none. */
export interface Answer {
  readonly status: number
  readonly body: JsonObject
  readonly headers: Headers
}

/** Sends one request with the bot's token. `request` is a method and a path: "GET /users/@me". */
export async function call(standIn: StandIn, request: string, body?: Json): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ')
  const response = await fetch(`${standIn.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${standIn.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed: Json = text === '' ? {} : JSON.parse(text)
  return {
    status: response.status,
    body: isJsonObject(parsed) ? parsed : { list: parsed },
    headers: response.headers,
  }
}

/** Sends a message into #general, or another channel. */
export function send(
  standIn: StandIn,
  body: JsonObject,
  channelId: string = seedIds.general,
): Promise<Answer> {
  return call(standIn, `POST /channels/${channelId}/messages`, body)
}

/** The codes of all problems in a refused form, with their places: "embeds.0.title BASE_TYPE_MAX_LENGTH". */
export function problemsIn(answer: Answer): readonly string[] {
  const collect = (errors: Json | undefined, path: string): readonly string[] => {
    if (!isJsonObject(errors)) return []
    const own: readonly Json[] = Array.isArray(errors._errors) ? errors._errors : []
    return [
      ...own.filter(isJsonObject).map(({ code }) => `${path} ${String(code)}`.trim()),
      ...Object.entries(errors)
        .filter(([key]) => key !== '_errors')
        .flatMap(([key, below]) => collect(below, path === '' ? key : `${path}.${key}`)),
    ]
  }
  return collect(answer.body.errors, '')
}
