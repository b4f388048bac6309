import { isJsonObject, type Json, type JsonObject, jsonText } from '../json.ts'
import { Refusal } from '../refusal.ts'

/** One thing wrong in a body, in Discord's terms. */
export interface Problem {
  /** Where: keys and list indexes from the top of the body. */
  readonly path: readonly (string | number)[]
  /** Discord's name of the problem: "BASE_TYPE_MAX_LENGTH". */
  readonly code: string
  readonly message: string
}

/** A place in a body, which collects what is wrong there and below. */
export interface Field {
  readonly value: Json | undefined
  readonly path: readonly (string | number)[]
  readonly problems: Problem[]
}

/** Begins to check a body. */
export function formOf(body: Json | undefined): Field {
  return { value: body, path: [], problems: [] }
}

/** The place below a key; its value is `undefined` where the key is missing, or null, or the place is no object. */
export function at(field: Field, key: string): Field {
  const value = isJsonObject(field.value) ? (field.value[key] ?? undefined) : undefined
  return { value, path: [...field.path, key], problems: field.problems }
}

/** Notes a problem at a place. */
export function complain(field: Field, code: string, message: string): void {
  field.problems.push({ path: field.path, code, message })
}

/** Notes that a place must be filled. */
export function complainMissing(field: Field): void {
  complain(field, 'BASE_TYPE_REQUIRED', 'This field is required')
}

/** Bounds of a text's or list's length, or of a number; `required` also refuses its absence. */
export interface Bounds {
  readonly min?: number
  readonly max: number
  readonly required?: boolean
}

/**
 * Reads a text and checks its length in UTF-16 units. That is stricter than Discord, which counts a
 * character outside the basic plane once, and what limits in JavaScript are kept by.
 */
export function readText(field: Field, bounds: Bounds): string | undefined {
  if (field.value === undefined) {
    if (bounds.required) complainMissing(field)
    return undefined
  }
  if (typeof field.value !== 'string') {
    complain(field, 'STRING_TYPE_CONVERT', 'Could not interpret the value as string.')
    return undefined
  }
  checkLength(field, field.value.length, bounds)
  return field.value
}

/** Reads a whole number within bounds. */
export function readWhole(field: Field, bounds: Bounds): number | undefined {
  if (field.value === undefined) {
    if (bounds.required) complainMissing(field)
    return undefined
  }
  if (typeof field.value !== 'number' || !Number.isInteger(field.value)) {
    complain(field, 'NUMBER_TYPE_COERCE', `Value "${jsonText(field.value)}" is not int.`)
    return undefined
  }
  if (field.value > bounds.max)
    complain(field, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${bounds.max}.`)
  if (field.value < (bounds.min ?? 0))
    complain(field, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${bounds.min ?? 0}.`)
  return field.value
}

/** Reads a list and checks its length; gives a place for each item. */
export function readItems(field: Field, bounds: Bounds): readonly Field[] {
  if (field.value === undefined) {
    if (bounds.required) complainMissing(field)
    return []
  }
  if (!Array.isArray(field.value)) {
    complain(field, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    return []
  }
  checkLength(field, field.value.length, bounds)
  return field.value.map((value: Json, index) => ({
    value: value ?? undefined,
    path: [...field.path, index],
    problems: field.problems,
  }))
}

/** Checks that a place holds an address with one of the schemes. */
export function checkUrl(field: Field, schemes: readonly string[], bounds: Bounds): void {
  const text = readText(field, bounds)
  if (text === undefined) return
  const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : undefined
  if (scheme === undefined) complain(field, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  else if (!schemes.includes(scheme))
    complain(
      field,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of (${schemes.map((name) => `'${name}'`).join(', ')}).`,
    )
}

/** Notes every place whose value occurred at an earlier one. */
export function checkUnique(fields: readonly Field[], code: string, message: string): void {
  const seen = new Set<Json>()
  for (const field of fields) {
    if (field.value === undefined) continue
    if (seen.has(field.value)) complain(field, code, message)
    seen.add(field.value)
  }
}

/** Refuses the request with 50035 if anything was found wrong. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal('invalidForm', { errors: nestErrors(problems) })
}

/** Gives problems in the nested shape in which Discord answers: `{content: {_errors: [{code, message}]}}`. */
export function nestErrors(problems: readonly Problem[], depth = 0): JsonObject {
  const here = problems.filter(({ path }) => path.length === depth)
  const below = Map.groupBy(
    problems.filter(({ path }) => path.length > depth),
    ({ path }) => String(path[depth]),
  )
  return {
    ...Object.fromEntries([...below].map(([key, group]) => [key, nestErrors(group, depth + 1)])),
    ...(here.length > 0 && { _errors: here.map(({ code, message }) => ({ code, message })) }),
  }
}

function checkLength(field: Field, length: number, { min = 0, max }: Bounds): void {
  if (length >= min && length <= max) return
  if (min > 0) complain(field, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
  else complain(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
}
