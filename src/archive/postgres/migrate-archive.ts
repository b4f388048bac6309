import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Client } from 'pg'
import { UserError } from '../../errors.ts'
import type { StoredArticle } from '../article-lists.ts'
import type { IndexTerms } from '../entry.ts'
import { foldedWords } from '../fold.ts'
import { openPostgresArchive } from '../postgres.ts'
import { storedArticleFrom } from '../sql/article-rows.ts'
import { number, text } from '../sql/columns.ts'
import type { Row, Value } from '../sql/row.ts'
import { lockForBot } from '../sqlite/bot-lock.ts'
import { openSqliteArchive } from '../sqlite.ts'
import { newClient } from './connection.ts'
import { toPostgres } from './postgres-sql.ts'
import { toStoredText } from './stored-text.ts'
import { termIndex } from './term-index.ts'

/** What is moved, and how. */
export interface Migration {
  /** Path of the SQLite file. */
  readonly from: string
  /** Address of an empty Postgres database. */
  readonly to: string
  /** The stems of an article: the file's indexes do not give them back. */
  readonly termsOf: (stored: StoredArticle) => IndexTerms
}

/** Rows sent in one statement. */
const batch = 200

/**
 * Copies an embedded archive into Postgres, with every id, in one transaction. The file stays as it is.
 * @returns how many rows each table got
 * @throws UserError if there is no archive, or the database holds one already
 * @throws ConfigError if a bot uses the file, or the database cannot be used
 */
export async function migrateArchive(migration: Migration): Promise<ReadonlyMap<string, number>> {
  const { from, to } = migration
  if (!existsSync(from)) throw new UserError(`There is no archive at ${from} to move.`)
  const unlock = lockForBot(from)
  try {
    // Both get the newest tables by this.
    await openSqliteArchive(from).close()
    await (await openPostgresArchive(to)).close()
    const client = newClient(to)
    await client.connect()
    return await moveAll(migration, client).finally(() => client.end())
  } finally {
    unlock()
  }
}

async function moveAll({ from, termsOf }: Migration, client: Client): Promise<ReadonlyMap<string, number>> {
  const file = new DatabaseSync(from, { readOnly: true })
  try {
    await client.query('BEGIN')
    await refuseUsed(client)
    const moved = new Map<string, number>()
    for (const table of tablesOf(file)) moved.set(table, await moveTable(file, client, table))
    await writeWords(file, client, termsOf)
    await client.query('COMMIT')
    return moved
  } finally {
    file.close()
  }
}

async function refuseUsed(client: Client): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM articles UNION ALL SELECT 1 FROM follows LIMIT 1')
  if (rows.length > 0)
    throw new UserError('The Postgres database holds an archive already: name an empty one.')
}

/** Tables of rows, each after those that it refers to. */
function tablesOf(file: DatabaseSync): readonly string[] {
  const all = file
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_words%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all()
    .map((row) => text(row, 'name'))
  const done: string[] = []
  const visit = (table: string): void => {
    if (done.includes(table)) return
    for (const row of file.prepare(`PRAGMA foreign_key_list(${table})`).all()) {
      if (row.table !== table) visit(text(row, 'table'))
    }
    done.push(table)
  }
  for (const table of all) visit(table)
  return done
}

async function moveTable(file: DatabaseSync, client: Client, table: string): Promise<number> {
  const columns = file
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map((row) => text(row, 'name'))
    .join(', ')
  const insert = `INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`
  let count = 0
  for (const rows of batches(file.prepare(`SELECT ${columns} FROM ${table}`).iterate())) {
    await client.query(insert, [JSON.stringify(rows.map(storable))])
    count += rows.length
  }
  await continueNumbers(client, table)
  return count
}

function* batches(rows: Iterable<Row>): Generator<readonly Row[]> {
  let some: Row[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < batch) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

function storable(row: Row): Row {
  const entries = Object.entries(row)
  return Object.fromEntries(
    entries.map(([column, value]) => [column, typeof value === 'string' ? toStoredText(value) : value]),
  )
}

/** Numbers that Postgres gives from now on go on where the file's ended. */
async function continueNumbers(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attidentity <> ''`,
    [table],
  )
  for (const { name } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), (SELECT COALESCE(MAX(${name}), 0) + 1 FROM ${table}), false)`,
      [table, name],
    )
  }
}

/** What finds articles, statements and speakers by their words. */
async function writeWords(file: DatabaseSync, client: Client, termsOf: Migration['termsOf']): Promise<void> {
  const waiting: { readonly sql: string; readonly values: readonly Value[] }[] = []
  const words = termIndex({
    all: () => [],
    first: () => undefined,
    run: (sql, ...values) => {
      waiting.push({ sql: toPostgres(sql), values })
      return { changes: 0 }
    },
  })
  const send = async (): Promise<void> => {
    words.flush()
    for (const { sql, values } of waiting.splice(0)) {
      await client.query(
        sql,
        values.map((value) => (typeof value === 'string' ? toStoredText(value) : value)),
      )
    }
  }
  const found = 'SELECT a.*, b.* FROM articles a JOIN bodies b ON b.seq = a.seq WHERE a.withdrawn_at IS NULL'
  const statements = file.prepare('SELECT id, number FROM statements WHERE seq = ?')
  for (const row of file.prepare(found).iterate()) {
    const seq = number(row, 'seq')
    const stored = storedArticleFrom(row)
    const { title, standfirst, text: body, statements: spoken } = termsOf(stored)
    words.add('article_words', seq, { title, standfirst, text: body })
    words.add('title_words', seq, { words: foldedWords(stored.article.title) })
    for (const statement of statements.all(seq)) {
      const own = spoken[number(statement, 'number')] ?? []
      words.add('statement_words', number(statement, 'id'), { words: own, title })
    }
    await send()
  }
  for (const row of file.prepare('SELECT id, name FROM speakers').iterate()) {
    words.add('speaker_words', number(row, 'id'), { words: foldedWords(text(row, 'name')) })
    await send()
  }
}
