import type { Entry } from '../entry.ts'
import type { Database } from './database.ts'
import { originsOfFeed } from './feeds-table.ts'
import type { KeptEntry, Placed } from './placed.ts'

/** Looks up the origins of an entry: one for each owner of its feed, none if nobody has that any more. */
export function placed(database: Database, entry: Entry): Placed {
  const { origin } = entry
  return { ...entry, origins: 'feed' in origin ? originsOfFeed(database, origin.feed) : [origin] }
}

/** Whether the article has all of these origins, for the same servers. */
export function isKnownOrigin(database: Database, seq: number, { origins }: Placed): boolean {
  return origins.every(({ key, server }) => {
    const known = database.first('SELECT server FROM origins WHERE key = ? AND seq = ?', key, seq)
    return known !== undefined && known.server === (server ?? null)
  })
}

/** Writes the origins of articles. */
export function addOrigins(database: Database, articles: readonly KeptEntry[]): void {
  database.runEach(
    `INSERT INTO origins (key, seq, server) VALUES (?, ?, ?)
     ON CONFLICT (key, seq) DO UPDATE SET server = excluded.server`,
    articles.flatMap(({ seq, entry }) => entry.origins.map(({ key, server }) => [key, seq, server])),
  )
}
