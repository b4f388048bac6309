import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { stems } from '../../src/analysis/words.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { number, text } from '../../src/archive/sql/columns.ts'
import { articlesAlike, placeOf, signatureFrom } from '../../src/archive/sql/story-candidates.ts'
import { databaseOver } from '../../src/archive/sqlite/connected-database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { latest } from '../../src/queries/latest.ts'
import { search } from '../../src/queries/search.ts'
import { similarTo } from '../../src/queries/similar.ts'
import { timeline } from '../../src/queries/timeline.ts'
import { trending } from '../../src/queries/trending.ts'
import { whoSaid } from '../../src/queries/who-said.ts'
import { overSizes } from './kept-archives.ts'
import { madeUpEntries, publishedAt } from './made-up-archive.ts'
import { type Words, wordsFrom } from './made-up-asking.ts'
import { type MadeUpLanguage, madeUpLanguage } from './made-up-language.ts'
import { type Benchmark, medianAndP99, processorMs, shown, timed } from './measure.ts'
import { repeatable } from './repeatable.ts'

const times = 200
const warming = 10
/** Of our own articles' language. */
const commonWord = 'minister'

/** One question, asked with other words each time. */
type Ask = (archive: Archive, words: Words, now: number) => Promise<unknown>

const viewer = { kind: 'server', id: '1' } as const
const firstPage = { offset: 0, limit: 5 }

const questions: Readonly<Record<string, Ask>> = {
  '/latest': (archive) => latest(archive, { viewer }, firstPage),
  '/latest about': (archive, { topic }) => latest(archive, { viewer, about: topic }, firstPage),
  '/search': (archive, { topic }, now) => search(archive, { viewer, query: topic }, { ...firstPage, now }),
  '/search, misspelt': (archive, { topic }, now) =>
    search(archive, { viewer, query: misspelt(topic) }, { ...firstPage, now }),
  '/similar': async (archive, { article }) => {
    const stored = await archive.article(article, viewer)
    if (stored === undefined) throw new Error(`Expected an article ${article}`)
    return similarTo({ archive }, stored, { viewer, limit: 5 })
  },
  '/trending 24h': (archive, _, now) => trending(archive, { viewer, window: '24h' }, now),
  '/trending 7d': (archive, _, now) => trending(archive, { viewer, window: '7d' }, now),
  '/trending 30d': (archive, _, now) => trending(archive, { viewer, window: '30d' }, now),
  '/whosaid speaker': (archive, { person }, now) =>
    whoSaid(archive, { viewer, speaker: person }, { ...firstPage, now }),
  '/whosaid, day by day': (archive, { person }, now) =>
    timeline(archive, { viewer, speaker: person }, { ...firstPage, now }),
  '/whosaid about': (archive, { topic }, now) =>
    whoSaid(archive, { viewer, about: topic }, { ...firstPage, now }),
  '/whosaid words': (archive, { phrase }, now) =>
    whoSaid(archive, { viewer, words: phrase }, { ...firstPage, now }),
  'speakers, typing': (archive, { typed }) => archive.suggestSpeakers(typed, viewer, 25),
  'titles, typing': (archive, { typed }) => archive.suggestArticles(typed, viewer, 25),
}

/** What the questions cost as the archive grows. */
export const lookups: Benchmark = {
  name: 'lookups',
  question: `Milliseconds of an answer's first page, ${times} with other words each time: mean of the processor's; median / p99 by the clock, in an archive of so many made-up articles with ten statements each; "bare FTS5" is the same word's best five by bm25, asked of the same file without anything around it`,
  run: () =>
    overSizes(async (data, size) => {
      const path = join(data, 'crier.db')
      const archive = openSqliteArchive(path)
      try {
        return {
          'an article arrives': await arrivals(archive),
          'its story is looked for': await storySearch(path),
          ...(await measureAll(archive, path, size)),
        }
      } finally {
        await archive.close()
      }
    }),
}

/** Articles that come one by one, after those that are there. */
async function arrivals(archive: Archive): Promise<string> {
  const { articles } = await archive.size({ kind: 'operator' })
  const makeUp = madeUpEntries()
  const entries = Array.from({ length: times }, (_, index) => makeUp(articles + index))
  return shownTimes(entries, (entry) => archive.keep(entry))
}

/** Of what an arriving article costs: finding who else tells its story. */
async function storySearch(path: string): Promise<string> {
  const connection = new DatabaseSync(path, { readOnly: true })
  const database = databaseOver(connection, path)
  const newest = database.all('SELECT seq, signature FROM story_members ORDER BY seq DESC LIMIT ?', times)
  try {
    return await shownTimes(newest, (row) =>
      articlesAlike(database, placeOf(database, number(row, 'seq')), signatureFrom(text(row, 'signature'))),
    )
  } finally {
    connection.close()
  }
}

async function measureAll(archive: Archive, path: string, size: number): Promise<Record<string, string>> {
  const language = madeUpLanguage()
  const now = publishedAt(size)
  const figures: Record<string, string> = {}
  for (const [question, ask] of Object.entries(questions)) {
    figures[question] = await measure(size, language, (words) => ask(archive, words, now))
  }
  const bare = new DatabaseSync(path, { readOnly: true })
  const query = bare.prepare(
    'SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY bm25(article_words) LIMIT 5',
  )
  figures['bare FTS5'] = await measure(size, language, ({ topic }) =>
    query.all(`"${stems(topic).join(' ')}"`),
  )
  const common = `"${stems(commonWord).join(' ')}"`
  figures['/search, a word in every second article'] = await measure(size, language, () =>
    search(archive, { viewer, query: commonWord }, { ...firstPage, now }),
  )
  figures['bare FTS5, that word'] = await measure(size, language, () => query.all(common))
  bare.close()
  return figures
}

async function measure(
  size: number,
  language: MadeUpLanguage,
  ask: (words: Words) => unknown,
): Promise<string> {
  const random = repeatable(size)
  const words = Array.from({ length: warming + times }, () => wordsFrom(language, random, size))
  for (const some of words.slice(0, warming)) await ask(some)
  return shownTimes(words.slice(warming), ask)
}

/** Processor time is told in steps too coarse for one question: its mean is given, beside median and p99 by the clock. */
async function shownTimes<Item>(items: readonly Item[], ask: (item: Item) => unknown): Promise<string> {
  const began = processorMs()
  const taken: number[] = []
  for (const item of items) taken.push(await timed(() => ask(item)))
  return `${shown((processorMs() - began) / items.length)}; ${medianAndP99(taken)}`
}

/** Two letters in the middle swapped. */
function misspelt(word: string): string {
  const middle = Math.floor(word.length / 2)
  return word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1)
}
