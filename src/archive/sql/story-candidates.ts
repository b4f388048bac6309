import type { StorySignature } from '../../article.ts'
import { sameStory, storyWindowMs } from '../same-story.ts'
import { type Audience, compareAudiences } from '../scopes.ts'
import { hiddenAmong, scopesOfArticle, seenByAll } from './audience.ts'
import { number, text } from './columns.ts'
import { always, type Condition } from './condition.ts'
import type { Database } from './database.ts'

/** Articles looked at for each key, the newest; and articles compared with a new one, those that share most keys. */
const newestOfKey = 40
const maxCompared = 24

/** An article that tells of the same event. */
export interface Alike {
  readonly seq: number
  readonly story: number
  /** How sure that is, above 0. */
  readonly likeness: number
  /** Who sees it, beside those who see the new article. */
  readonly audience: Audience
}

/** When an article was published, and in which scopes it is found. */
export interface Place {
  readonly at: number
  readonly scopes: readonly string[]
}

/** Where an article of the archive stands. */
export function placeOf(database: Database, seq: number): Place {
  return { at: publishedAt(database, seq), scopes: scopesOfArticle(database, seq) }
}

/**
 * Articles within some days that tell of the same event. The archive's size does not matter: only keys are looked up. What all
 * who see the new article see is looked up by itself, so that articles hidden from them take no place from it.
 */
export function articlesAlike(
  database: Database,
  { at, scopes }: Place,
  signature: StorySignature,
): readonly Alike[] {
  const seen = seenByAll(database, 'k.seq', scopes)
  const all = sharing(database, signature.keys, { at, condition: always })
  const ids = [...all.keys()]
  const areSeen = hiddenAmong(database, { from: 'story_members k', column: 'k.seq', ids }, seen).length === 0
  const wider = areSeen ? all : sharing(database, signature.keys, { at, condition: seen })
  const compared = [...new Set([...nearest(wider), ...nearest(all)])]
  const these = database.among('seq', compared)
  return database
    .all(`SELECT seq, story, published_at, signature FROM story_members WHERE ${these.sql}`, ...these.values)
    .map((row) => {
      const apart = Math.abs(number(row, 'published_at') - at)
      const likeness = sameStory(signature, signatureFrom(text(row, 'signature')), apart)
      return { seq: number(row, 'seq'), story: number(row, 'story'), likeness }
    })
    .filter(({ likeness }) => likeness > 0)
    .map((one) => ({
      ...one,
      audience: areSeen ? 'wider' : compareAudiences(scopesOfArticle(database, one.seq), scopes),
    }))
}

/** A signature as it is kept. */
export function signatureFrom(json: string): StorySignature {
  // Written by `joinStory` alone.
  return JSON.parse(json) as StorySignature
}

/** As the archive keeps it: edits never move it. */
function publishedAt(database: Database, seq: number): number {
  const row = database.first('SELECT published_at FROM articles WHERE seq = ?', seq)
  return number(row ?? {}, 'published_at')
}

/** Articles that share a key, and how many. */
function sharing(
  database: Database,
  keys: readonly number[],
  { at, condition }: { readonly at: number; readonly condition: Condition },
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>()
  const found = database.each(
    `SELECT k.seq FROM story_keys k WHERE k.key = ? AND k.published_at BETWEEN ? AND ? AND ${condition.sql}
     ORDER BY k.published_at DESC, k.seq DESC LIMIT ?`,
    keys.map((key) => [key, at - storyWindowMs, at + storyWindowMs, ...condition.values, newestOfKey]),
  )
  for (const row of found.flat()) shared.set(number(row, 'seq'), (shared.get(number(row, 'seq')) ?? 0) + 1)
  return shared
}

/** Those that share most keys first. */
function nearest(shared: ReadonlyMap<number, number>): readonly number[] {
  return [...shared]
    .sort(([one, first], [other, second]) => second - first || other - one)
    .slice(0, maxCompared)
    .map(([other]) => other)
}
