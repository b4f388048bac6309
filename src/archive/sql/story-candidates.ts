import type { StorySignature } from '../../article.ts'
import { sameStory, storyWindowMs } from '../same-story.ts'
import { areWider } from '../scopes.ts'
import { number, text } from './columns.ts'
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
  /** `wider`: all who see the new article see it too. `narrower`: only some of them. `other`: neither. */
  readonly audience: 'wider' | 'narrower' | 'other'
}

/** Articles within some days that tell of the same event. The archive's size does not matter: only keys are looked up. */
export function articlesAlike(database: Database, seq: number, signature: StorySignature): readonly Alike[] {
  const scopes = scopesOfArticle(database, seq)
  const at = publishedAt(database, seq)
  return nearest(database, signature.keys, at)
    .map((other) => {
      const row = database.first(
        'SELECT story, published_at, signature FROM story_members WHERE seq = ?',
        other,
      )
      if (!row) throw new Error(`Expected a story with article ${other}, found none`)
      const apart = Math.abs(number(row, 'published_at') - at)
      return {
        seq: other,
        story: number(row, 'story'),
        likeness: sameStory(signature, signatureFrom(text(row, 'signature')), apart),
        audience: compareAudiences(scopesOfArticle(database, other), scopes),
      }
    })
    .filter(({ likeness }) => likeness > 0)
}

/** A signature as it is kept. */
export function signatureFrom(json: string): StorySignature {
  // Written by `joinStory` alone.
  return JSON.parse(json) as StorySignature
}

/** As the archive keeps it: edits never move it. */
export function publishedAt(database: Database, seq: number): number {
  const row = database.first('SELECT published_at FROM articles WHERE seq = ?', seq)
  return number(row ?? {}, 'published_at')
}

/** Articles that share a key, those that share most of them first. */
function nearest(database: Database, keys: readonly number[], at: number): readonly number[] {
  const shared = new Map<number, number>()
  for (const key of keys) {
    const rows = database.all(
      `SELECT seq FROM story_keys WHERE key = ? AND published_at BETWEEN ? AND ?
       ORDER BY published_at DESC, seq DESC LIMIT ?`,
      key,
      at - storyWindowMs,
      at + storyWindowMs,
      newestOfKey,
    )
    for (const row of rows) shared.set(number(row, 'seq'), (shared.get(number(row, 'seq')) ?? 0) + 1)
  }
  return [...shared]
    .sort(([one, first], [other, second]) => second - first || other - one)
    .slice(0, maxCompared)
    .map(([other]) => other)
}

function scopesOfArticle(database: Database, seq: number): readonly string[] {
  return database.all('SELECT scope FROM audience WHERE seq = ?', seq).map((row) => text(row, 'scope'))
}

function compareAudiences(other: readonly string[], own: readonly string[]): Alike['audience'] {
  if (areWider(other, own)) return 'wider'
  return areWider(own, other) ? 'narrower' : 'other'
}
