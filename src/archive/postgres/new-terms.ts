import type { Database } from '../sql/database.ts'
import { type WordTable, wordTables } from '../sql/word-index.ts'
import { keyOf, tokenOf, written } from './terms.ts'

/** Rows of the index that wait to be written together. */
export interface NewTerms {
  readonly add: (table: WordTable, id: number, terms: Readonly<Record<string, readonly string[]>>) => void
  readonly flush: () => void
  readonly forget: () => void
}

/** A row of the index, by its columns. */
type TermRow = Readonly<Record<string, number | string | readonly string[]>>

/** Gathers new rows, so that those of a table are one statement however many articles they are of. */
export function newTerms(rows: Pick<Database, 'run'>): NewTerms {
  const waiting = new Map<WordTable, TermRow[]>()
  return {
    add: (table, id, terms) => {
      const some = waiting.get(table) ?? []
      waiting.set(table, some)
      some.push(termRow(table, id, terms))
    },
    flush: () => {
      for (const [table, some] of waiting) write(rows, table, some)
      waiting.clear()
    },
    forget: () => waiting.clear(),
  }
}

function termRow(table: WordTable, id: number, terms: Readonly<Record<string, readonly string[]>>): TermRow {
  const columns = wordTables[table].map((column) => [column, (terms[column] ?? []).map(tokenOf)] as const)
  const all = columns.flatMap(([, tokens]) => tokens)
  const texts = columns.map(([column, tokens]) => [column, written(tokens)])
  return { id, size: all.length, terms: [...new Set(all.map(keyOf))], ...Object.fromEntries(texts) }
}

function write(rows: Pick<Database, 'run'>, table: WordTable, some: readonly TermRow[]): void {
  const columns = wordTables[table]
  const typed = columns.map((column) => `${column} TEXT`).join(', ')
  rows.run(
    `INSERT INTO ${table} (id, size, terms, ${columns.join(', ')})
     SELECT id, size, array_to_tsvector(terms), ${columns.join(', ')}
     FROM json_to_recordset(CAST(? AS JSON)) AS t (id BIGINT, size BIGINT, terms TEXT[], ${typed})`,
    JSON.stringify(some),
  )
  if (table !== 'article_words') return
  const terms = some.reduce((sum, { size }) => sum + Number(size), 0)
  countTerms(rows, { articles: some.length, terms })
}

/** Adds to the counts that ranks are reckoned from. */
export function countTerms(
  rows: Pick<Database, 'run'>,
  by: { readonly articles: number; readonly terms: number },
): void {
  rows.run('UPDATE word_totals SET rows = rows + ?, terms = terms + ?', by.articles, by.terms)
}
