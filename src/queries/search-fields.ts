import { UserError } from '../errors.ts'
import { parseSince } from './since.ts'

/** What stands in front of the colon. */
type Field = 'publisher' | 'speaker' | 'before' | 'after'

/** A query, its fields read. */
export interface FieldedQuery {
  /** What is left: words, phrases, -not and OR. */
  readonly words: string
  /** The fields as typed, in order. */
  readonly fields: readonly string[]
  readonly publisher?: string
  readonly speaker?: string
  /** Epoch milliseconds: published before. */
  readonly before?: number
  /** Epoch milliseconds: published then or later. */
  readonly since?: number
}

// A phrase in marks, which may hold what looks like a field; or a field with its value, in marks or up to a space.
const pattern =
  /["“”„][^"“”„]*["“”„]?|(?<=^|\s)(-?)(publisher|speaker|before|after):(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]*))/giu

const examples: Readonly<Record<Field, string>> = {
  publisher: 'publisher:"The Daily Post"',
  speaker: 'speaker:"Ada Quell"',
  before: 'before:2026-01-31',
  after: 'after:7d',
}

/**
 * Takes the fields out of a query: publisher:, speaker:, before: and after:, each at most once, with a value right behind
 * the colon, in marks where it has spaces. Times are those of `parseSince`.
 * @throws UserError naming the field and the value if one has none, is repeated, negated, no time, or leaves no time.
 * @example parseFields('ferry publisher:"Daily Post"', 0)  // => { words: 'ferry', fields: ['publisher:"Daily Post"'], publisher: 'Daily Post' }
 */
export function parseFields(query: string, now: number): FieldedQuery {
  const values = new Map<Field, string>()
  const fields: string[] = []
  const words = query.replace(pattern, (whole: string, ...parts: (string | undefined)[]) => {
    const [minus, name, quoted, bare] = parts
    if (name === undefined) return whole
    const field = name.toLowerCase() as Field
    readValue(field, { value: (quoted ?? bare ?? '').trim(), isNegated: minus === '-' }, values)
    fields.push(whole)
    return ''
  })
  const { publisher, speaker, before, after } = Object.fromEntries(values) as Partial<Record<Field, string>>
  const [since, until] = [after, before].map((typed) =>
    typed === undefined ? undefined : parseSince(typed, now),
  )
  if (since !== undefined && until !== undefined && since >= until)
    throw new UserError({ kind: 'nothingBetween', after: after ?? '', before: before ?? '' })
  return {
    words: words.replace(/\s+/gu, ' ').trim(),
    fields,
    ...(publisher !== undefined && { publisher }),
    ...(speaker !== undefined && { speaker }),
    ...(until !== undefined && { before: until }),
    ...(since !== undefined && { since }),
  }
}

function readValue(
  field: Field,
  { value, isNegated }: { readonly value: string; readonly isNegated: boolean },
  values: Map<Field, string>,
): void {
  if (isNegated) throw new UserError({ kind: 'minusBeforeField', field })
  if (!/[\p{L}\p{N}]/u.test(value))
    throw new UserError({ kind: 'fieldWithoutValue', field, example: examples[field] })
  if (values.has(field)) throw new UserError({ kind: 'fieldTwice', field })
  values.set(field, value)
}
