import { dropAbsent } from '../drop-absent.ts'
import type { FeedOwner } from '../feeds.ts'
import { fold } from '../fold.ts'
import { operatorScope, publicScope, scopesOf, scopesOfOrigins, serverScope } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { number, optionalText, text } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import { type Arrival, noteArrivals } from './latest-by-block.ts'
import type { Where } from './word-index.ts'

/**
 * Writes anew who finds an article, after its origins, publisher or date changed.
 * @returns false if nobody does: it has no origin left.
 */
export function refreshAudience(database: Database, seq: number): boolean {
  const article = database.first('SELECT published_at, publisher FROM articles WHERE seq = ?', seq)
  if (!article) throw new Error(`Expected an article with seq ${seq}, found none`)
  const origins = database
    .all('SELECT server FROM origins WHERE seq = ?', seq)
    .map((row) => dropAbsent({ server: optionalText(row, 'server') }))
  const scopes = scopesOfOrigins(origins)
  database.run('DELETE FROM audience WHERE seq = ?', seq)
  const publishedAt = number(article, 'published_at')
  writeAudience(database, [{ seq, scopes, publishedAt, publisher: text(article, 'publisher') }])
  return scopes.length > 0
}

interface Shown extends Arrival {
  readonly publisher: string
}

/** Writes who finds articles that nobody found so far. Their statements are written already. */
export function writeAudience(database: Database, articles: readonly Shown[]): void {
  database.runEach(
    'INSERT INTO audience (seq, scope, published_at, publisher_key) VALUES (?, ?, ?, ?)',
    articles.flatMap(({ seq, scopes, publishedAt, publisher }) =>
      scopes.map((scope) => [seq, scope, publishedAt, fold(publisher)]),
    ),
  )
  noteArrivals(database, articles)
}

/** The scopes in which an article is found. */
export function scopesOfArticle(database: Database, seq: number): readonly string[] {
  return database.all('SELECT scope FROM audience WHERE seq = ?', seq).map((row) => text(row, 'scope'))
}

/** As `scopesOfArticle`, of each of these; an article that nobody finds is not among them. */
export function scopesOfArticles(
  database: Database,
  seqs: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const these = database.among('seq', seqs)
  const rows = database.all(`SELECT seq, scope FROM audience WHERE ${these.sql}`, ...these.values)
  const bySeq = Map.groupBy(rows, (row) => number(row, 'seq'))
  return new Map([...bySeq].map(([seq, own]) => [seq, own.map((row) => text(row, 'scope'))]))
}

/** Holds where the column names an article that everybody sees who finds things in these scopes. */
export function seenByAll(database: Database, column: string, scopes: readonly string[]): Condition {
  const open = `EXISTS (SELECT 1 FROM audience w WHERE w.seq = ${column} AND w.scope = ?)`
  if (scopes.includes(publicScope)) return { sql: open, values: [publicScope] }
  const servers = scopes.filter((scope) => scope !== operatorScope)
  const theirs = database.among('w.scope', servers)
  const shared = `(SELECT COUNT(*) FROM audience w WHERE w.seq = ${column} AND ${theirs.sql}) = ?`
  return { sql: `(${open} OR ${shared})`, values: [publicScope, ...theirs.values, servers.length] }
}

/** Those of some rows of which a condition does not hold. `from`: a table and its name in the condition; `column`: what the ids are. */
export function hiddenAmong(
  database: Database,
  { from, column, ids }: { readonly from: string; readonly column: string; readonly ids: readonly number[] },
  { sql, values }: Condition,
): readonly number[] {
  if (ids.length === 0) return []
  const these = database.among(column, [...new Set(ids)])
  const others = `SELECT ${column} AS id FROM ${from} WHERE ${these.sql} AND NOT ${sql}`
  return database.all(others, ...these.values, ...values).map((row) => number(row, 'id'))
}

/** Holds where a column names an article that the viewer sees, and a condition of `audience v` holds. */
export function seenBy(viewer: Viewer, { sql, values }: Condition): Where {
  return (column) => ({
    sql: `EXISTS (SELECT 1 FROM audience v WHERE v.seq = ${column} AND v.scope IN (?, ?) AND ${sql})`,
    values: [...scopesOf(viewer), ...values],
  })
}

/** Tells of a server whether it sees an article. */
export type Readers = (server: string) => boolean

/** Which servers see an article as it is now, whatever becomes of it later. */
export function readersOf(database: Database, seq: number): Readers {
  return readersIn(scopesOfArticle(database, seq))
}

/** Which servers see what is found in these scopes. */
export function readersIn(found: readonly string[]): Readers {
  const scopes = new Set(found)
  return (server) => scopes.has(publicScope) || scopes.has(serverScope(server))
}

/** Archive.audienceOf. */
export function audienceOf(database: Database, articleId: string): readonly FeedOwner[] {
  const sql = `SELECT DISTINCT o.server AS server FROM origins o JOIN articles a ON a.seq = o.seq
    WHERE a.id = ? ORDER BY o.server`
  const owners = database
    .all(sql, articleId)
    .map((row): FeedOwner => dropAbsent({ server: optionalText(row, 'server') }))
  return owners.some(({ server }) => server === undefined) ? [{}] : owners
}
