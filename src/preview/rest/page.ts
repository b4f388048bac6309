import { jsonText } from '../json.ts'
import { at, complain, type Field, formOf, readWhole, refuseProblems } from '../rules/field.ts'
import type { Message } from '../world.ts'

const defaultPageSize = 50
const maxPageSize = 100

/**
 * Reads which part of a list of messages a request asks for: `limit` and one of `before`, `after` and
 * `around`. The answer takes messages oldest first and gives the wanted ones newest first, as Discord does.
 * @throws Refusal 50035 for what is no number.
 */
export function readPage(query: URLSearchParams): (messages: readonly Message[]) => readonly Message[] {
  const form = formOf(Object.fromEntries(query))
  const limit = readLimit(at(form, 'limit'))
  const before = readId(at(form, 'before'))
  const after = readId(at(form, 'after'))
  const around = readId(at(form, 'around'))
  refuseProblems(form.problems)
  return (messages) => {
    const byId = messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    if (after !== undefined)
      return byId
        .filter(({ id }) => BigInt(id) > after)
        .slice(0, limit)
        .reverse()
    if (around !== undefined) return aroundId(byId, around, limit).reverse()
    const older = before === undefined ? byId : byId.filter(({ id }) => BigInt(id) < before)
    return older.slice(-limit).reverse()
  }
}

function readLimit(field: Field): number {
  if (field.value === undefined) return defaultPageSize
  const isNumber = /^\d{1,9}$/.test(jsonText(field.value))
  const value = isNumber ? Number(field.value) : field.value
  return readWhole({ ...field, value }, { min: 1, max: maxPageSize }) ?? defaultPageSize
}

function readId(field: Field): bigint | undefined {
  if (field.value === undefined) return undefined
  const text = jsonText(field.value)
  if (/^\d{1,20}$/.test(text)) return BigInt(text)
  complain(field, 'NUMBER_TYPE_COERCE', `Value "${text}" is not snowflake.`)
  return undefined
}

function aroundId(messages: readonly Message[], id: bigint, limit: number): Message[] {
  const middle = messages.findIndex((message) => BigInt(message.id) >= id)
  const start = Math.max(0, (middle === -1 ? messages.length : middle) - Math.floor(limit / 2))
  return messages.slice(start, start + limit)
}
