import { complain, formOf, readWhole, refuseProblems } from '../rules/field.ts'
import type { Message } from '../world.ts'

const defaultPageSize = 50
const maxPageSize = 100

/**
 * Reads which part of a list of messages a request asks for: `limit` and one of `before`, `after` and
 * `around`. The answer takes messages oldest first and gives the wanted ones newest first, as Discord does.
 */
export function readPage(query: URLSearchParams): (messages: readonly Message[]) => readonly Message[] {
  const limit = readLimit(query.get('limit'))
  const before = query.get('before')
  const after = query.get('after')
  const around = query.get('around')
  return (messages) => {
    const byId = messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    if (after !== null)
      return byId
        .filter(({ id }) => BigInt(id) > BigInt(after))
        .slice(0, limit)
        .reverse()
    if (around !== null) return aroundId(byId, around, limit).reverse()
    const older = before === null ? byId : byId.filter(({ id }) => BigInt(id) < BigInt(before))
    return older.slice(-limit).reverse()
  }
}

function readLimit(text: string | null): number {
  if (text === null) return defaultPageSize
  const form = formOf({ limit: Number(text) })
  const field = { ...form, value: Number(text), path: ['limit'] }
  if (Number.isNaN(field.value)) complain(field, 'NUMBER_TYPE_COERCE', `Value "${text}" is not int.`)
  else readWhole(field, { min: 1, max: maxPageSize })
  refuseProblems(form.problems)
  return field.value
}

function aroundId(messages: readonly Message[], id: string, limit: number): Message[] {
  const middle = messages.findIndex((message) => BigInt(message.id) >= BigInt(id))
  const start = Math.max(0, (middle === -1 ? messages.length : middle) - Math.floor(limit / 2))
  return messages.slice(start, start + limit)
}
