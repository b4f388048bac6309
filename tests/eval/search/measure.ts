import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import type { Article } from '../../../src/article.ts'
import { search } from '../../../src/queries/search.ts'
import { type Figure, say, sayTable } from '../report.ts'
import { askedAt, type JudgedQuery, judgedQueries, searchedArchive, searchedArticles } from './library.ts'

/** Gives ids of articles for a query, best first, at most ten. */
type Ranker = (query: string) => readonly string[] | Promise<readonly string[]>

const depth = 10

/** nDCG@10 of /search on the labelled queries, beside bm25 alone and MiniSearch. */
export async function measureSearch(): Promise<readonly Figure[]> {
  say('\n## Search (nDCG@10)\n')
  const articles = searchedArticles()
  const queries = judgedQueries()
  const archive = await searchedArchive(articles)
  const ours =
    (now: number): Ranker =>
    async (query) => {
      const window = { offset: 0, limit: depth, now }
      const { rows } = await search(archive, { viewer: { kind: 'operator' }, query }, window)
      return rows.map(({ head }) => head.id)
    }
  const rankers: readonly (readonly [string, Ranker])[] = [
    ['bm25 of FTS5 over all words', plainBm25(articles)],
    ['MiniSearch as it comes', miniSearch(articles, {})],
    [
      'MiniSearch, all words, headline boosted',
      miniSearch(articles, { combineWith: 'AND', boost: { title: 8 } }),
    ],
    // Long after, nothing is new: the words alone decide.
    ['/search without newness', ours(Number.MAX_SAFE_INTEGER)],
    ['/search', ours(askedAt)],
  ]
  const rows: [string, number][] = []
  for (const [name, ranker] of rankers) rows.push([name, await meanGain(queries, ranker)])
  await archive.close()
  sayTable([['ranking', 'nDCG@10'], ...rows.map(([name, value]) => [name, value.toFixed(1)])])
  say(`\n${queries.length} queries over ${articles.length} articles`)
  return rows.map(([name, value]) => ({ name: `search ${name}`, value }))
}

/** Mean over the queries, in per cent. */
async function meanGain(queries: readonly JudgedQuery[], ranker: Ranker): Promise<number> {
  let sum = 0
  for (const { query, grades } of queries) {
    const found = (await ranker(query)).map((id) => grades[id] ?? 0)
    const ideal = Object.values(grades).toSorted((a, b) => b - a)
    sum += discountedGain(found) / discountedGain(ideal)
    if (process.env.SEARCH_DETAILS)
      say(
        `${query}: ${(discountedGain(found) / discountedGain(ideal)).toFixed(2)} ${(await ranker(query)).join(' ')}`,
      )
  }
  return (100 * sum) / queries.length
}

/** Discounted cumulative gain with gains of 2^grade − 1 (Burges et al. 2005). */
function discountedGain(grades: readonly number[]): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
}

function plainBm25(articles: readonly Article[]): Ranker {
  const database = new DatabaseSync(':memory:')
  database.exec("CREATE VIRTUAL TABLE plain USING fts5 (id UNINDEXED, words, tokenize='porter unicode61')")
  const insert = database.prepare('INSERT INTO plain (id, words) VALUES (?, ?)')
  for (const { id, title, standfirst = '', text } of articles)
    insert.run(id, `${title} ${standfirst} ${text}`)
  const ask = database.prepare(`SELECT id FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ${depth}`)
  return (query) => ask.all(query).map(({ id }) => String(id))
}

function miniSearch(
  articles: readonly Article[],
  options: NonNullable<Parameters<MiniSearch['search']>[1]>,
): Ranker {
  const index = new MiniSearch({ fields: ['title', 'standfirst', 'text'] })
  index.addAll(articles)
  return (query) =>
    index
      .search(query, options)
      .slice(0, depth)
      .map(({ id }) => String(id))
}
