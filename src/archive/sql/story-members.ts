import type { StorySignature } from '../../article.ts'
import { articleWorth } from '../article-worth.ts'
import type { Entry } from '../entry.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { type Alike, articlesAlike, publishedAt, signatureFrom } from './story-candidates.ts'

/** The story that an article belongs to; undefined if to none. */
export function storyIdOf(database: Database, seq: number): number | undefined {
  const row = database.first('SELECT story FROM story_members WHERE seq = ?', seq)
  return row && number(row, 'story')
}

/**
 * Finds the story of an article whose row and audience are written, or begins one. It joins only through articles that all
 * who see it see too, so that nothing hidden brings two articles together before anybody's eyes; what fewer see follows it.
 * An article that belongs to a story already may come to another; told by nobody else, it keeps its own.
 */
export function joinStory(database: Database, seq: number, { article, analysis, story }: Entry): void {
  join(database, seq, story && { signature: story, worth: articleWorth(article, analysis) })
}

/** As `joinStory`, for an article that is as it was and has another audience. */
export function rejoinStory(database: Database, seq: number): void {
  const row = database.first('SELECT signature, worth FROM story_members WHERE seq = ?', seq)
  if (row)
    join(database, seq, { signature: signatureFrom(text(row, 'signature')), worth: number(row, 'worth') })
}

/** What is known of an article that tells a story. */
interface Telling {
  readonly signature: StorySignature
  readonly worth: number
}

function join(database: Database, seq: number, telling: Telling | undefined): void {
  const before = removeMember(database, seq)
  if (telling !== undefined) {
    const alike = articlesAlike(database, seq, telling.signature)
    const story = likeliest(alike) ?? (isEmpty(database, before) ? before : undefined) ?? newStory(database)
    writeMember(database, { seq, story }, telling)
    for (const other of alike) if (other.audience === 'narrower') moveMember(database, other, story)
  }
  endIfEmpty(database, before)
}

/** Takes an article out of its story. The story ends with its last article. */
export function leaveStory(database: Database, seq: number): void {
  endIfEmpty(database, removeMember(database, seq))
}

/** @returns the story that it belonged to, which may be empty now */
function removeMember(database: Database, seq: number): number | undefined {
  const row = database.first('SELECT story, published_at, signature FROM story_members WHERE seq = ?', seq)
  if (!row) return undefined
  for (const key of signatureFrom(text(row, 'signature')).keys) {
    const sql = 'DELETE FROM story_keys WHERE key = ? AND published_at = ? AND seq = ?'
    database.run(sql, key, number(row, 'published_at'), seq)
  }
  database.run('DELETE FROM story_members WHERE seq = ?', seq)
  return number(row, 'story')
}

function likeliest(alike: readonly Alike[]): number | undefined {
  const [best] = alike
    .filter(({ audience }) => audience === 'wider')
    .sort((a, b) => b.likeness - a.likeness || a.seq - b.seq)
  return best?.story
}

function newStory(database: Database): number {
  return database.insert('INSERT INTO stories DEFAULT VALUES RETURNING id')
}

function writeMember(
  database: Database,
  { seq, story }: { readonly seq: number; readonly story: number },
  { signature, worth }: Telling,
): void {
  const at = publishedAt(database, seq)
  database.run(
    'INSERT INTO story_members (seq, story, published_at, worth, signature) VALUES (?, ?, ?, ?, ?)',
    seq,
    story,
    at,
    worth,
    JSON.stringify(signature),
  )
  const keys = [...new Set(signature.keys)]
  database.runEach(
    'INSERT INTO story_keys (key, published_at, seq) VALUES (?, ?, ?)',
    keys.map((key) => [key, at, seq]),
  )
}

function moveMember(database: Database, { seq, story: before }: Alike, story: number): void {
  database.run('UPDATE story_members SET story = ? WHERE seq = ?', story, seq)
  endIfEmpty(database, before)
}

function endIfEmpty(database: Database, story: number | undefined): void {
  if (isEmpty(database, story)) database.run('DELETE FROM stories WHERE id = ?', story)
}

function isEmpty(database: Database, story: number | undefined): boolean {
  if (story === undefined) return false
  return database.first('SELECT 1 FROM story_members WHERE story = ? LIMIT 1', story) === undefined
}
