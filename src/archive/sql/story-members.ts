import type { StorySignature } from '../../article.ts'
import { articleWorth } from '../article-worth.ts'
import type { Entry } from '../entry.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { type Alike, articlesAlike, type Place, placeOf, signatureFrom } from './story-candidates.ts'

/** The story that an article belongs to; undefined if to none. */
export function storyIdOf(database: Database, seq: number): number | undefined {
  const row = database.first('SELECT story FROM story_members WHERE seq = ?', seq)
  return row && number(row, 'story')
}

/** An article whose row and audience are written. */
interface Member extends Place {
  readonly seq: number
}

/** What is known of an article that tells a story. */
interface Telling {
  readonly signature: StorySignature
  readonly worth: number
}

/**
 * Finds the story of a new article, or begins one. It joins only through articles that all who see it see too, so that nothing
 * hidden brings two articles together before anybody's eyes; what fewer see follows it.
 * @returns the story if others tell it too
 */
export function joinStory(database: Database, member: Member, entry: Entry): number | undefined {
  const telling = tellingOf(entry)
  return telling && join(database, member, telling)
}

/** As `joinStory`, for an article that may belong to a story already: it may come to another; told by nobody else, it keeps its own. */
export function joinStoryAgain(database: Database, seq: number, entry: Entry): void {
  joinAgain(database, seq, tellingOf(entry))
}

/** As `joinStoryAgain`, for an article that is as it was and has another audience. */
export function rejoinStory(database: Database, seq: number): void {
  const row = database.first('SELECT signature, worth FROM story_members WHERE seq = ?', seq)
  if (row)
    joinAgain(database, seq, {
      signature: signatureFrom(text(row, 'signature')),
      worth: number(row, 'worth'),
    })
}

function tellingOf({ article, analysis, story }: Entry): Telling | undefined {
  return story && { signature: story, worth: articleWorth(article, analysis) }
}

function joinAgain(database: Database, seq: number, telling: Telling | undefined): void {
  const before = removeMember(database, seq)
  const member = { seq, ...placeOf(database, seq) }
  if (telling !== undefined) join(database, member, telling, isEmpty(database, before) ? before : undefined)
  endIfEmpty(database, before)
}

/** @returns the story that others tell too, or that was the article's `own`; undefined if it is one of its own and new */
function join(database: Database, member: Member, telling: Telling, own?: number): number | undefined {
  const alike = articlesAlike(database, member, telling.signature)
  const story = likeliest(alike) ?? own
  if (story === undefined) database.run('INSERT INTO stories DEFAULT VALUES')
  writeMember(database, { ...member, story }, telling)
  const followers = alike.filter(({ audience }) => audience === 'narrower')
  for (const other of followers) moveMember(database, other, member.seq)
  return story ?? (followers.length > 0 ? storyIdOf(database, member.seq) : undefined)
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

/** Without a story, the one that was begun last is the article's. */
function writeMember(
  database: Database,
  { seq, at, story }: Member & { readonly story: number | undefined },
  { signature, worth }: Telling,
): void {
  database.run(
    `INSERT INTO story_members (seq, story, published_at, worth, signature)
     VALUES (?, COALESCE(CAST(? AS INTEGER), (SELECT MAX(id) FROM stories)), ?, ?, ?)`,
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

/** Takes an article into the story of another. */
function moveMember(database: Database, { seq, story: before }: Alike, to: number): void {
  const sql = `UPDATE story_members SET story = (SELECT m.story FROM story_members m WHERE m.seq = ?) WHERE seq = ?`
  database.run(sql, to, seq)
  endIfEmpty(database, before)
}

function endIfEmpty(database: Database, story: number | undefined): void {
  if (isEmpty(database, story)) database.run('DELETE FROM stories WHERE id = ?', story)
}

function isEmpty(database: Database, story: number | undefined): boolean {
  if (story === undefined) return false
  return database.first('SELECT 1 FROM story_members WHERE story = ? LIMIT 1', story) === undefined
}
