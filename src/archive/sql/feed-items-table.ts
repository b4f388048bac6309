import { dropAbsent } from '../drop-absent.ts'
import type { FeedItem, Feeds, KnownItem } from '../feeds.ts'
import { optionalText, text } from './columns.ts'
import type { Database } from './database.ts'

/** The entries of feeds that are known. */
export function feedItemMethods(
  database: Database,
): Pick<Feeds, 'feedItems' | 'recordItems' | 'forgetItems'> {
  return {
    feedItems: (feed, keys) => database.read(() => knownItems(database, feed, keys)),
    recordItems: (feed, items, at) =>
      database.write(() => {
        for (const item of items) recordItem(database, { feed, item, at })
      }),
    forgetItems: (feed, before) =>
      database.write(() => {
        const sql = 'DELETE FROM feed_items WHERE feed = ? AND seen_at < ?'
        return database.run(sql, feed, before).changes
      }),
  }
}

/** Remembers an entry under all its keys, inside a transaction; nothing if its feed is known no longer. */
export function recordItem(
  database: Database,
  { feed, item, at }: { readonly feed: string; readonly item: FeedItem; readonly at: number },
): void {
  if (!database.first('SELECT 1 FROM feeds WHERE id = ?', feed)) return
  for (const key of item.keys) {
    database.run(
      `INSERT INTO feed_items (feed, key, hash, article_id, seen_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (feed, key) DO UPDATE SET
         hash = excluded.hash, article_id = excluded.article_id, seen_at = excluded.seen_at`,
      feed,
      key,
      item.hash,
      item.articleId,
      at,
    )
  }
}

function knownItems(
  database: Database,
  feed: string,
  keys: readonly string[],
): ReadonlyMap<string, KnownItem> {
  const known = new Map<string, KnownItem>()
  for (const key of keys) {
    const sql = 'SELECT hash, article_id FROM feed_items WHERE feed = ? AND key = ?'
    const row = database.first(sql, feed, key)
    if (!row) continue
    known.set(key, dropAbsent({ hash: text(row, 'hash'), articleId: optionalText(row, 'article_id') }))
  }
  return known
}
