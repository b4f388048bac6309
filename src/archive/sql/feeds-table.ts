import { dropAbsent } from '../drop-absent.ts'
import type { Origin } from '../entry.ts'
import { feedWishesSchema } from '../feed-wishes-schema.ts'
import type { Feed, FeedChange, FeedOwner, Feeds, FeedWishes } from '../feeds.ts'
import { refreshAudience } from './audience.ts'
import { number, optionalNumber, optionalText, text } from './columns.ts'
import type { Database } from './database.ts'
import { feedItemMethods } from './feed-items-table.ts'
import { joinUtterances } from './join-utterances.ts'
import type { Row, Value } from './row.ts'
import { rejoinStory } from './story-members.ts'
import { countIn, countOut } from './tallies.ts'
import { withdraw } from './withdraw.ts'

/** The feeds. */
export function feedMethods(database: Database): Feeds {
  return {
    addFeed: (feed, owner, at) => database.write(() => addFeed(database, feed, { owner, at })),
    removeFeed: (id, owner, at) => database.write(() => removeFeed(database, id, { owner, at })),
    feeds: (owner) => database.read(() => listFeeds(database, owner)),
    feed: (id, owner) =>
      database.read(() => {
        const row = database.first('SELECT * FROM feeds WHERE id = ?', id)
        const isTheirs = owner === undefined || isOwner(database, id, owner)
        return row && isTheirs ? feedFrom(row) : undefined
      }),
    feedOwners: (id) => database.read(() => ownersOf(database, id)),
    dueFeeds: (now, limit) =>
      database.read(() => {
        const sql = `SELECT * FROM feeds WHERE disabled IS NULL AND (next_read_at <= ?1 OR read_at > ?1)
           ORDER BY next_read_at LIMIT ?2`
        return database.all(sql, now, limit).map(feedFrom)
      }),
    nextFeedAt: () =>
      database.read(() => {
        const row = database.first('SELECT MIN(next_read_at) AS due FROM feeds WHERE disabled IS NULL')
        return row && optionalNumber(row, 'due')
      }),
    changeFeed: (id, change) => database.write(() => changeFeed(database, id, change)),
    ...feedItemMethods(database),
  }
}

/** The origins that an article has which comes through a feed: one for each of its owners. */
export function originsOfFeed(database: Database, feed: string): readonly Origin[] {
  return ownersOf(database, feed).map((owner) => originOf(feed, owner))
}

function ownersOf(database: Database, feed: string): readonly FeedOwner[] {
  const sql = `SELECT server FROM feed_owners WHERE feed = ? ORDER BY server <> '', added_at, server`
  return database.all(sql, feed).map(ownerFrom)
}

interface Owned {
  readonly owner: FeedOwner
  readonly at: number
}

function addFeed(
  database: Database,
  feed: Pick<Feed, 'id' | 'url' | 'title'>,
  { owner, at }: Owned,
): boolean {
  if (isOwner(database, feed.id, owner)) return false
  database.run(
    `INSERT INTO feeds (id, url, title, next_read_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       next_read_at = CASE WHEN feeds.disabled IS NULL THEN feeds.next_read_at ELSE excluded.next_read_at END,
       failures = CASE WHEN feeds.disabled IS NULL THEN feeds.failures ELSE 0 END,
       failing_since = CASE WHEN feeds.disabled IS NULL THEN feeds.failing_since END,
       disabled = NULL`,
    feed.id,
    feed.url,
    feed.title,
    at,
  )
  const earlier = originsOfFeed(database, feed.id)[0]
  const sql = 'INSERT INTO feed_owners (feed, server, added_at) VALUES (?, ?, ?)'
  database.run(sql, feed.id, serverOf(owner), at)
  if (earlier) shareArticles(database, earlier, originOf(feed.id, owner))
  return true
}

/** What came through a feed is from now on another owner's, too. */
function shareArticles(database: Database, earlier: Origin, added: Origin): void {
  for (const row of database.all('SELECT seq FROM origins WHERE key = ?', earlier.key)) {
    const seq = number(row, 'seq')
    countOut(database, seq)
    database.run('INSERT INTO origins (key, seq, server) VALUES (?, ?, ?)', added.key, seq, added.server)
    refreshAudience(database, seq)
    joinUtterances(database, [seq])
    rejoinStory(database, seq)
    countIn(database, [seq])
  }
}

function removeFeed(database: Database, id: string, { owner, at }: Owned): boolean {
  if (!isOwner(database, id, owner)) return false
  database.run('DELETE FROM feed_owners WHERE feed = ? AND server = ?', id, serverOf(owner))
  // The publisher took nothing back: the messages stay as they are.
  withdraw(database, originOf(id, owner).key, { at, isTold: false })
  if (originsOfFeed(database, id).length === 0) database.run('DELETE FROM feeds WHERE id = ?', id)
  return true
}

function listFeeds(database: Database, owner: FeedOwner | undefined): readonly Feed[] {
  const order = `ORDER BY LOWER(COALESCE(title, url)), id`
  const rows =
    owner === undefined
      ? database.all(`SELECT * FROM feeds ${order}`)
      : database.all(
          `SELECT f.* FROM feeds f JOIN feed_owners o ON o.feed = f.id WHERE o.server = ? ${order}`,
          serverOf(owner),
        )
  return rows.map(feedFrom)
}

/** Columns by the fields of a change. */
const columns: Readonly<Record<keyof FeedChange, string>> = {
  url: 'url',
  movedTo: 'moved_to',
  title: 'title',
  etag: 'etag',
  lastModified: 'last_modified',
  wishes: 'wishes',
  nextReadAt: 'next_read_at',
  readAt: 'read_at',
  newsAt: 'news_at',
  failures: 'failures',
  failingSince: 'failing_since',
  error: 'error',
  heldUntil: 'held_until',
  disabled: 'disabled',
  loaded: 'loaded',
}

function changeFeed(database: Database, id: string, change: FeedChange): void {
  for (const [field, column] of Object.entries(columns)) {
    const value = change[field as keyof FeedChange]
    if (value === undefined) continue
    database.run(`UPDATE feeds SET ${column} = ? WHERE id = ?`, columnValue(value), id)
  }
}

function columnValue(value: string | number | boolean | FeedWishes | null): Value {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

function isOwner(database: Database, feed: string, owner: FeedOwner): boolean {
  const sql = 'SELECT 1 FROM feed_owners WHERE feed = ? AND server = ?'
  return database.first(sql, feed, serverOf(owner)) !== undefined
}

function serverOf({ server }: FeedOwner): string {
  return server ?? ''
}

function ownerFrom(row: Row): FeedOwner {
  const server = text(row, 'server')
  return server === '' ? {} : { server }
}

function originOf(feed: string, { server }: FeedOwner): Origin {
  return server === undefined ? { key: `feed:${feed}` } : { key: `feed:${feed}:${server}`, server }
}

function feedFrom(row: Row): Feed {
  return dropAbsent({
    id: text(row, 'id'),
    url: text(row, 'url'),
    movedTo: optionalText(row, 'moved_to'),
    title: optionalText(row, 'title'),
    etag: optionalText(row, 'etag'),
    lastModified: optionalText(row, 'last_modified'),
    wishes: wishesFrom(optionalText(row, 'wishes')),
    nextReadAt: number(row, 'next_read_at'),
    readAt: optionalNumber(row, 'read_at'),
    newsAt: optionalNumber(row, 'news_at'),
    failures: number(row, 'failures'),
    failingSince: optionalNumber(row, 'failing_since'),
    error: optionalText(row, 'error'),
    heldUntil: optionalNumber(row, 'held_until'),
    disabled: optionalText(row, 'disabled'),
    loaded: number(row, 'loaded') === 1,
  })
}

function wishesFrom(json: string | undefined): FeedWishes | undefined {
  return json === undefined ? undefined : feedWishesSchema.parse(JSON.parse(json))
}
