import type { Entry, Origin } from '../entry.ts'
import type { Database } from './database.ts'
import { originsOfFeed } from './feeds-table.ts'

/** An entry with all its origins, as they are now. */
export interface Placed extends Entry {
  readonly origins: readonly Origin[]
}

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

/** Writes the origins of an article. */
export function addOrigins(database: Database, seq: number, { origins }: Placed): void {
  for (const { key, server } of origins) {
    database.run(
      `INSERT INTO origins (key, seq, server) VALUES (?, ?, ?)
       ON CONFLICT (key, seq) DO UPDATE SET server = excluded.server`,
      key,
      seq,
      server,
    )
  }
}
