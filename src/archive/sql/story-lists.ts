import type { Archive } from '../archive.ts'
import type { ArticleFilter } from '../article-lists.ts'
import { dropAbsent } from '../drop-absent.ts'
import { isSameText } from '../same-story.ts'
import { scopesOf } from '../scopes.ts'
import type { Story, StoryHead } from '../stories.ts'
import type { Viewer } from '../viewer.ts'
import { headOf } from './article-rows.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { type Listed, listedBy, newestRows } from './newest-articles.ts'
import type { Row } from './row.ts'
import { signatureFrom } from './story-candidates.ts'
import { storyIdOf } from './story-members.ts'

type StoryMethods = Pick<Archive, 'newestStories' | 'storyOf'>

/** Others named beside an article. */
const maxOthers = 10
/** Of a story's articles that are asked for by words, so many are looked at for the best. */
const mostCompared = 100
/** Articles read at once on the way to so many stories. */
const stride = 50

/** Finding stories. */
export function storyMethods(database: Database): StoryMethods {
  return {
    newestStories: (filter, limit) => database.read(() => newestStories(database, filter, limit)),
    storyOf: (articleId, viewer) =>
      database.read(() => {
        const seq = visibleSeq(database, articleId, viewer)
        return seq === undefined ? undefined : storyOfSeq(database, seq, viewer)
      }),
  }
}

/** Walks the articles newest first; the first of a story that it meets gives the story its place. */
function newestStories(database: Database, filter: ArticleFilter, limit: number): readonly StoryHead[] {
  const listed = listedBy(database, filter)
  const seen = new Set<number>()
  const places: number[] = []
  for (let offset = 0; places.length < limit; offset += stride) {
    const rows = newestRows(database, listed, { offset, limit: stride })
    for (const row of rows) {
      const story = storyIdOf(database, number(row, 'seq'))
      if (story !== undefined && seen.has(story)) continue
      if (story !== undefined) seen.add(story)
      places.push(number(row, 'seq'))
    }
    if (rows.length < stride) break
  }
  return places
    .slice(0, limit)
    .map((seq) => storyHead(database, bestOf(database, seq, listed), filter.viewer))
}

function storyHead(database: Database, seq: number, viewer: Viewer): StoryHead {
  return dropAbsent({ ...headOf(database, seq), story: storyOfSeq(database, seq, viewer) })
}

/** The best article of the story that fits. */
function bestOf(database: Database, seq: number, { viewer, condition, words }: Listed): number {
  if (isAlone(database, seq)) return seq
  const rows = database.all(
    `SELECT m.seq FROM story_members own JOIN story_members m ON m.story = own.story
       JOIN audience v ON v.seq = m.seq
     WHERE own.seq = ? AND v.scope IN (?, ?) AND ${condition.sql}
     ORDER BY m.worth DESC, m.published_at, m.seq LIMIT ?`,
    seq,
    ...scopesOf(viewer),
    ...condition.values,
    words ? mostCompared : 1,
  )
  const best = rows.map((row) => number(row, 'seq'))
  return (words ? firstHolding(database, words, best) : best[0]) ?? seq
}

/** Asked of these alone: what else holds the words may be very much. */
function firstHolding(
  database: Database,
  { table, sought }: NonNullable<Listed['words']>,
  seqs: readonly number[],
): number | undefined {
  const { sql, values } = database.words.these(table, sought, seqs)
  const holding = new Set(database.all(sql, ...values).map((row) => number(row, 'id')))
  return seqs.find((seq) => holding.has(seq))
}

/** Most stories are told once: for them, nothing need be looked for again. */
function isAlone(database: Database, seq: number): boolean {
  const sql = `SELECT 1 FROM story_members own JOIN story_members m ON m.story = own.story
    WHERE own.seq = ? AND m.seq <> own.seq LIMIT 1`
  return database.first(sql, seq) === undefined
}

function visibleSeq(database: Database, articleId: string, viewer: Viewer): number | undefined {
  const row = database.first(
    `SELECT a.seq FROM articles a JOIN audience v ON v.seq = a.seq WHERE a.id = ? AND v.scope IN (?, ?)`,
    articleId,
    ...scopesOf(viewer),
  )
  return row && number(row, 'seq')
}

function storyOfSeq(database: Database, seq: number, viewer: Viewer): Story | undefined {
  const own = database.first('SELECT story, signature FROM story_members WHERE seq = ?', seq)
  if (!own) return undefined
  const from = `FROM story_members m JOIN audience v ON v.seq = m.seq
    WHERE m.story = ? AND m.seq <> ? AND v.scope IN (?, ?)`
  const values = [number(own, 'story'), seq, ...scopesOf(viewer)]
  const rows = database.all(
    `SELECT m.seq, m.signature, COUNT(*) OVER () AS total ${from} ORDER BY m.published_at, m.seq LIMIT ?`,
    ...values,
    maxOthers,
  )
  const [first] = rows
  if (!first) return undefined
  return {
    id: number(own, 'story'),
    others: rows.map((row) => ({
      article: headOf(database, number(row, 'seq')),
      sameText: isSameText(signatureOf(own), signatureOf(row)),
    })),
    total: number(first, 'total'),
  }
}

function signatureOf(row: Row) {
  return signatureFrom(text(row, 'signature'))
}
