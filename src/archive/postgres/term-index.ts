import type { Expression, Phrase } from '../expression.ts'
import { number } from '../sql/columns.ts'
import { allOf, type Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import {
  decidingStems,
  nearEnough,
  type Part,
  rarity,
  type Sought,
  stemsToWeigh,
  type WaitingWords,
  type Where,
  type WordTable,
  wordTables,
} from '../sql/word-index.ts'
import { countTerms, newTerms } from './new-terms.ts'
import { phraseRank } from './phrase-rank.ts'
import { keyOf, tokenOf, written } from './terms.ts'

type Rows = Pick<Database, 'all' | 'first' | 'run'>

/**
 * The tables of the index. `terms` are the different terms of a row, which find it; the columns hold all terms in order,
 * for phrases and for counting. Titles and names are only found by beginnings. `word_totals` spares counting for ranks.
 */
export const termTables = `${(Object.keys(wordTables) as WordTable[]).map(termTable).join('')}
  CREATE TABLE word_totals (rows BIGINT NOT NULL, terms BIGINT NOT NULL);
  INSERT INTO word_totals (rows, terms) VALUES (0, 0);
`

function termTable(table: WordTable): string {
  const columns = wordTables[table].map((column) => `${column} TEXT COLLATE "C" NOT NULL,`)
  return `CREATE TABLE ${table} (
      id BIGINT PRIMARY KEY, ${columns.join(' ')} size BIGINT NOT NULL, terms TSVECTOR NOT NULL
    );
    CREATE INDEX ${table}_by_term ON ${table} USING gin (terms);`
}

/** The indexes of words as tables of Postgres, with the same answers and ranks as FTS5. */
export function termIndex(rows: Rows): WaitingWords {
  const { add, flush, forget } = newTerms(rows)
  const flushed = <T>(answer: () => T): T => {
    flush()
    return answer()
  }
  return {
    add,
    flush,
    forget,
    remove: (table, id) => flushed(() => remove(rows, table, id)),
    fit: (table, column, sought) => flushed(() => within(table, column, fitting(table, sought))),
    last: (table, sought, part) => flushed(() => lastRows(table, fitting(table, sought), part)),
    these: (table, sought, ids) => flushed(() => theseRows(table, fitting(table, sought), ids)),
    articles: (expression, where) => flushed(() => fittingArticles(expression, where)),
    rank: (expression, weights) => flushed(() => rank(rows, expression, weights)),
    near: (stems, part) => flushed(() => near(rows, stems, part)),
  }
}

function remove(rows: Rows, table: WordTable, id: number): void {
  const gone = rows.first(`DELETE FROM ${table} WHERE id = ? RETURNING size`, id)
  if (gone && table === 'article_words') countTerms(rows, { articles: -1, terms: -number(gone, 'size') })
}

function writtenPhrase(phrase: Phrase): string {
  return written(phrase.map(tokenOf))
}

/** A term as Postgres' queries write it. */
function lexemeOf(term: string): string {
  return `'${keyOf(tokenOf(term))}'`
}

function within(table: WordTable, column: string, { sql, values }: Condition): Condition {
  return { sql: `${column} IN (SELECT w.id FROM ${table} w WHERE ${sql})`, values }
}

function lastRows(table: WordTable, fit: Condition, { most, where }: Part): Condition {
  const besides = where('found.id')
  // OFFSET 0: what fits is found by its terms. Else Postgres may walk the whole table from its end for a term that is rare.
  const found = `SELECT w.id FROM ${table} w WHERE ${fit.sql} ORDER BY w.id DESC OFFSET 0`
  const sql = `SELECT found.id FROM (${found}) AS found WHERE ${besides.sql} ORDER BY found.id DESC LIMIT ?`
  return { sql, values: [...fit.values, ...besides.values, most] }
}

function theseRows(table: WordTable, fit: Condition, ids: readonly number[]): Condition {
  const these = 'SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(? AS JSON))'
  const sql = `SELECT w.id FROM ${table} w WHERE w.id IN (${these}) AND ${fit.sql}`
  return { sql, values: [JSON.stringify(ids), ...fit.values] }
}

function fittingArticles(expression: Expression, where: Where): Condition {
  const fit = allOf([fitting('article_words', { expression }), where('w.id')])
  return { sql: `SELECT w.id FROM article_words w WHERE ${fit.sql}`, values: fit.values }
}

function fitting(table: WordTable, sought: Sought): Condition {
  if ('beginnings' in sought)
    return matching(sought.beginnings.map((word) => `${lexemeOf(word)}:*`).join(' & '))
  const { expression, phrase } = sought
  const columns = wordTables[table]
  const terms = [
    ...expression.all.filter(isPlain).map((group) => `(${group.flat().map(lexemeOf).join(' | ')})`),
    ...expression.none.filter(isTerm).map((one) => `!${one.map(lexemeOf)}`),
  ]
  const groups = expression.all.filter((group) => !isPlain(group))
  const none = expression.none.filter((one) => !isTerm(one))
  return allOf([
    ...(terms.length === 0 ? [] : [matching(terms.join(' & '))]),
    ...groups.map((group) => anyOf(group.map((one) => holds(one, columns)))),
    ...(phrase === undefined ? [] : [holds(phrase.stems, [phrase.column])]),
    ...none.map((one) => not(holds(one, columns))),
  ])
}

/** Whether `terms` alone say if a phrase stands in a row: it is one term, and all of it is there. */
function isTerm(phrase: Phrase): boolean {
  const [first] = phrase
  return first !== undefined && phrase.length === 1 && keyOf(tokenOf(first)) === tokenOf(first)
}

function isPlain(group: readonly Phrase[]): boolean {
  return group.length > 0 && group.every(isTerm)
}

/** Rows of `w` in which the phrase stands in one of the columns. */
function holds(phrase: Phrase, columns: readonly string[]): Condition {
  if (phrase.length === 0) return never
  const text = writtenPhrase(phrase)
  const stands = columns.map((column) => ({ sql: `strpos(w.${column}, ?) > 0`, values: [text] }))
  return allOf([matching(queryOf(phrase)), anyOf(stands)])
}

function matching(query: string): Condition {
  return { sql: 'w.terms @@ CAST(? AS tsquery)', values: [query] }
}

function queryOf(phrase: Phrase): string {
  return phrase.map(lexemeOf).join(' & ')
}

const never: Condition = { sql: 'FALSE', values: [] }

function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return never
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '),
    values: conditions.flatMap(({ values }) => values),
  }
}

function not({ sql, values }: Condition): Condition {
  return { sql: `NOT (${sql})`, values }
}

function rank(
  rows: Rows,
  expression: Expression,
  weights: Readonly<Record<string, number>>,
): (where: Where) => Condition {
  const totals = rows.first('SELECT rows, terms FROM word_totals') ?? {}
  const phrases = expression.all.flat().filter((phrase) => phrase.length > 0)
  const counts = countRows(rows, phrases, { table: 'article_words', columns: wordTables.article_words })
  const ranked = phraseRank({
    phrases: phrases.map((phrase, place) => ({ text: writtenPhrase(phrase), rows: counts[place] ?? 0 })),
    columns: wordTables.article_words.map((name) => ({ name, weight: weights[name] ?? 1 })),
    articles: number(totals, 'rows'),
    terms: number(totals, 'terms'),
  })
  const fit = fitting('article_words', { expression })
  return (where) => {
    const besides = allOf([fit, where('w.id')])
    return {
      sql: `SELECT w.id, ${ranked.sql} AS rank FROM article_words w WHERE ${besides.sql}`,
      values: [...ranked.values, ...besides.values],
    }
  }
}

/** In how many rows each phrase stands in one of the columns. */
function countRows(
  rows: Rows,
  phrases: readonly Phrase[],
  { table, columns }: { readonly table: WordTable; readonly columns: readonly string[] },
): readonly number[] {
  const sought = phrases.map((phrase, place) => ({
    place,
    query: queryOf(phrase),
    // A term that stands anywhere in the row need not be looked for.
    text: columns.length === wordTables[table].length && isTerm(phrase) ? null : writtenPhrase(phrase),
  }))
  const stands = columns.map((column) => `strpos(w.${column}, t.text) > 0`).join(' OR ')
  return rows
    .all(
      `SELECT COUNT(w.id) AS total
       FROM json_to_recordset(CAST(? AS JSON)) AS t (place BIGINT, query TEXT, text TEXT)
       LEFT JOIN ${table} w ON w.terms @@ CAST(t.query AS tsquery) AND (t.text IS NULL OR ${stands})
       GROUP BY t.place ORDER BY t.place`,
      JSON.stringify(sought),
    )
    .map((row) => number(row, 'total'))
}

function near(rows: Rows, stems: readonly string[], { most, where }: Part): Condition {
  const phrases = stemsToWeigh(stems).map((stem) => [stem])
  const counts = countRows(rows, phrases, { table: 'statement_words', columns: ['words'] })
  const weighed = phrases.map((phrase, place) => ({
    weight: rarity(counts[place] ?? 0),
    query: queryOf(phrase),
    text: writtenPhrase(phrase),
  }))
  const terms = decidingStems(weighed)
  const wanted = where('w.id')
  return {
    sql: `SELECT w.id, CAST(SUM(t.weight) AS BIGINT) AS weight
      FROM json_to_recordset(CAST(? AS JSON)) AS t (weight BIGINT, query TEXT, text TEXT)
      JOIN statement_words w ON w.terms @@ CAST(t.query AS tsquery) AND strpos(w.words, t.text) > 0
      WHERE ${wanted.sql} GROUP BY w.id HAVING COUNT(*) >= CAST(? AS DOUBLE PRECISION)
      ORDER BY weight DESC, w.id DESC LIMIT ?`,
    values: [JSON.stringify(terms), ...wanted.values, nearEnough(terms.length), most],
  }
}
