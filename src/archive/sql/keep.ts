import type { Entry, Kept } from '../entry.ts'
import { text } from './columns.ts'
import type { Database } from './database.ts'
import { placed } from './entry-origins.ts'
import { recordItem } from './feed-items-table.ts'
import { writeFile } from './files-table.ts'
import { keepAgain } from './keep-again.ts'
import { keepNew } from './keep-new.ts'
import type { Placed } from './placed.ts'
import { leaveOrigin } from './withdraw.ts'

/**
 * Archive.keepAll, inside a transaction: as if each were kept after those before it. New articles that follow each other are
 * kept together.
 */
export function keepAll(database: Database, given: readonly Entry[]): readonly Kept[] {
  const entries = given.map((entry) => placed(database, entry))
  const fresh = freshAmong(database, entries)
  const together: Placed[] = []
  const kept = entries.map((entry): Kept => {
    if (entry.origins.length === 0) return 'unchanged'
    if (fresh.has(entry)) {
      together.push(entry)
      return 'new'
    }
    keepTogether(database, together.splice(0))
    return keepAlone(database, entry)
  })
  keepTogether(database, together)
  return kept
}

/** Entries whose article and file are known neither to the archive nor from an entry before. */
function freshAmong(database: Database, entries: readonly Placed[]): ReadonlySet<Placed> {
  const ids = areNew(
    database,
    'SELECT 1 AS one FROM articles WHERE id = ?',
    entries.map(({ article }) => article.id),
  )
  const paths = areNew(
    database,
    'SELECT 1 AS one FROM files WHERE path = ?',
    entries.map(({ file }) => file?.path),
  )
  return new Set(entries.filter((_, index) => ids[index] && paths[index]))
}

/** Of each value, if there is one, whether the question finds nothing by it and it comes for the first time. */
function areNew(
  database: Database,
  sql: string,
  values: readonly (string | undefined)[],
): readonly boolean[] {
  const found = database.each(
    sql,
    values.map((value) => [value]),
  )
  const seen = new Set<string>()
  return values.map((value, index) => {
    // As the database holds it.
    const known = value?.toWellFormed()
    const isNew = known === undefined || (found[index]?.length === 0 && !seen.has(known))
    if (known !== undefined) seen.add(known)
    return isNew
  })
}

function keepTogether(database: Database, entries: readonly Placed[]): void {
  if (entries.length === 0) return
  keepNew(database, entries)
  for (const entry of entries) noteSource(database, entry)
}

function keepAlone(database: Database, entry: Placed): Kept {
  if (entry.file) releaseFile(database, entry, entry.file.path)
  const sql = 'SELECT * FROM articles a JOIN bodies b ON b.seq = a.seq WHERE a.id = ?'
  const row = database.first(sql, entry.article.id)
  if (row === undefined) keepNew(database, [entry])
  const kept = row === undefined ? 'new' : keepAgain(database, entry, row)
  noteSource(database, entry)
  return kept
}

/** A file holds one article: the one it held before, if another, loses this origin. */
function releaseFile(database: Database, entry: Placed, path: string): void {
  const held = database.first('SELECT article_id FROM files WHERE path = ?', path)
  if (!held || held.article_id === null || held.article_id === entry.article.id) return
  for (const { key } of entry.origins)
    leaveOrigin(database, { key, articleId: text(held, 'article_id'), at: entry.at })
}

/** Remembers the file or the feed's item that an article came by. */
function noteSource(database: Database, { article, file, origin, at }: Placed): void {
  if (file) writeFile(database, { ...file, articleId: article.id })
  if ('feed' in origin)
    recordItem(database, { feed: origin.feed, item: { ...origin.item, articleId: article.id }, at })
}
