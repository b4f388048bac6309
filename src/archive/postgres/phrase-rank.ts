import type { Condition } from '../sql/condition.ts'

/** A phrase that is sought. */
export interface RankedPhrase {
  /** As it is written in the columns: each term between spaces of its own. */
  readonly text: string
  /** In how many rows it stands. */
  readonly rows: number
}

/** What bm25 is reckoned from. */
export interface RankParts {
  readonly phrases: readonly RankedPhrase[]
  /** Names of the columns that are searched, and how much a phrase in each counts. */
  readonly columns: readonly { readonly name: string; readonly weight: number }[]
  /** Rows in all, and terms in all of them. */
  readonly articles: number
  readonly terms: number
}

/** FTS5's constants. */
const k1 = 1.2
const b = 0.75
/** What a phrase counts that more than half of all rows hold. */
const leastIdf = 1e-6

/**
 * SQL of the rank of a row `w`: bm25 as FTS5 reckons it, step by step in the same order, so that the digits agree and with
 * them the order of rows. Least for the best.
 */
export function phraseRank({ phrases, columns, articles, terms }: RankParts): Condition {
  const average = articles === 0 ? 1 : terms / articles
  const size = 'CAST(w.size AS DOUBLE PRECISION)'
  const length = `(${real(k1)} * (${real(1 - b)} + ${real(b)} * ${size} / CAST(? AS DOUBLE PRECISION)))`
  const found = columns.map(({ name, weight }) => `${weight} * ${occurrences(`w.${name}`)}`).join(' + ')
  const sought = phrases.map(({ text, rows }, place) => ({
    place,
    idf: idf(articles, rows),
    text,
    bytes: Buffer.byteLength(text),
    pattern: overlapsItself(text) ? patternOf(text) : null,
  }))
  return {
    sql: `-(SELECT SUM(t.idf * ((f.found * ${real(k1 + 1)}) / (f.found + ${length})) ORDER BY t.place)
      FROM json_to_recordset(CAST(? AS JSON))
        AS t (place BIGINT, idf DOUBLE PRECISION, text TEXT, bytes BIGINT, pattern TEXT)
      JOIN LATERAL (SELECT CAST(${found} AS DOUBLE PRECISION) AS found OFFSET 0) f ON TRUE)`,
    values: [average, JSON.stringify(sought)],
  }
}

function idf(articles: number, rows: number): number {
  const value = Math.log((articles - rows + 0.5) / (rows + 0.5))
  return value <= 0 ? leastIdf : value
}

/** A number with all its digits: Postgres would reckon with a plain 0.75 in decimals. */
function real(value: number): string {
  return `DOUBLE PRECISION '${value}'`
}

/** How often a phrase `t` stands in a column: by what is missing without it, or, where it overlaps itself, one by one. */
function occurrences(column: string): string {
  return `CASE WHEN t.pattern IS NOT NULL THEN regexp_count(${column}, t.pattern)
    ELSE (octet_length(${column}) - octet_length(replace(${column}, t.text, ''))) / t.bytes END`
}

/** Matches at each place where the phrase begins. Terms hold letters and digits alone: none has a meaning in patterns. */
function patternOf(text: string): string {
  const end = text.indexOf(' ', 1) + 1
  return `${text.slice(0, end)}(?=${text.slice(end)})`
}

/** Whether the text ends as it begins, by whole terms: "a b a" stands twice in "a b a b a". */
function overlapsItself(text: string): boolean {
  const terms = text.trim().split('  ')
  return terms.some(
    (_, index) => index > 0 && terms.slice(index).every((term, offset) => term === terms[offset]),
  )
}
