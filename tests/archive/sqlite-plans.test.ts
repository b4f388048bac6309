import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { articleMethods } from '../../src/archive/sql/article-lists.ts'
import type { Database } from '../../src/archive/sql/database.ts'
import { keepAll } from '../../src/archive/sql/keep.ts'
import { statementPage } from '../../src/archive/sql/statement-lists.ts'
import { suggestionMethods } from '../../src/archive/sql/suggestions.ts'
import { timelinePage } from '../../src/archive/sql/timeline.ts'
import { subjectMethods } from '../../src/archive/sql/trends.ts'
import { vocabularyMethods } from '../../src/archive/sql/vocabulary-table.ts'
import { databaseOver } from '../../src/archive/sqlite/connected-database.ts'
import { migrate } from '../../src/archive/sqlite/migrations.ts'
import { entry } from './entries.ts'
import { server } from './fresh.ts'

const viewer = server('1')
const tenth = { offset: 0, limit: 10 }

/** Runs the work on an archive with one article, and gives the plan of every query it makes. */
async function plansOf(work: (database: Database) => Promise<unknown>): Promise<readonly string[]> {
  const connection = new DatabaseSync(':memory:')
  migrate(connection, ':memory:')
  const database = databaseOver(connection, ':memory:')
  const said = [
    { words: 'late', by: 'Ada Quell' },
    { words: 'late', by: 'Ada Low' },
  ]
  await database.write(() => keepAll(database, [entry({ id: 'a', text: 'late', said, publisher: 'Post' })]))
  const queries = new Set<string>()
  await work({
    ...database,
    all: (sql, ...values) => {
      queries.add(sql)
      return database.all(sql, ...values)
    },
    first: (sql, ...values) => {
      queries.add(sql)
      return database.first(sql, ...values)
    },
  })
  const plans = [...queries].flatMap((sql) => connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
  connection.close()
  return plans.map(({ detail }) => String(detail))
}

/** Reading a whole table; an FTS index, a list of values given by us and what was found already are read by what they are asked for. */
function scans(plans: readonly string[]): readonly string[] {
  return plans.filter((plan) =>
    /^SCAN (?!\w+ VIRTUAL TABLE|CONSTANT ROW|\(subquery|found$|said$|last$|one\d+$|placed$|most$|counted$|risen$)/.test(
      plan,
    ),
  )
}

function sorts(plans: readonly string[]): readonly string[] {
  return plans.filter((plan) => /TEMP B-TREE FOR (?:LAST .*)?ORDER BY/.test(plan))
}

type Articles = Pick<Archive, 'newest' | 'article' | 'articles' | 'articleByUrl' | 'size'>

describe('plans of the queries that must be quick', () => {
  it.each<[string, (archive: Articles) => Promise<unknown>]>([
    ['the newest', (archive) => archive.newest({ viewer }, tenth)],
    ['the newest of a publisher', (archive) => archive.newest({ viewer, publisher: 'Post' }, tenth)],
    ['the newest since', (archive) => archive.newest({ viewer, since: 5, publisher: 'Post' }, tenth)],
    [
      'the newest about',
      (archive) => archive.newest({ viewer, about: { all: [[['late']]], none: [] } }, tenth),
    ],
    ['one article', (archive) => archive.article('a', viewer)],
    ['some articles', (archive) => archive.articles(['a', 'b'], viewer)],
    ['an address', (archive) => archive.articleByUrl('https://a.test/', viewer)],
    ['the size', (archive) => archive.size(viewer)],
  ])('read %s out of indexes, in order', async (_, ask) => {
    const plans = await plansOf((database) => ask(articleMethods(database)))
    expect(plans.length).toBeGreaterThan(0)
    expect(scans(plans)).toEqual([])
    expect(sorts(plans)).toEqual([])
  })

  it.each(['quell', 'ada'])('read the statements of %s out of the index, no others', async (speaker) => {
    const plans = await plansOf(async (database) => statementPage(database, { viewer, speaker }, tenth))
    expect(plans.length).toBeGreaterThan(0)
    expect(scans(plans)).toEqual([])
    const found = plans.filter((plan) => / s USING/.test(plan) && !plan.includes('INTEGER PRIMARY KEY'))
    expect(found).not.toEqual([])
    expect(found.every((plan) => plan.includes('statements_by_speaker (speaker=?'))).toBe(true)
  })

  it('read the days of a speaker out of the index, no others', async () => {
    const plans = await plansOf(async (database) =>
      timelinePage(database, { viewer, speaker: 'quell' }, tenth),
    )
    expect(plans.filter((plan) => plan.includes('statements_by_speaker (speaker=?'))).not.toEqual([])
    expect(scans(plans)).toEqual([])
  })

  it.each<[string, (archive: ReturnType<typeof suggestionMethods>) => Promise<unknown>]>([
    ['articles', (archive) => archive.suggestArticles('', viewer, 25)],
    ['articles by title', (archive) => archive.suggestArticles('ti', viewer, 25)],
    ['speakers', (archive) => archive.suggestSpeakers('', viewer, 25)],
    ['speakers by name', (archive) => archive.suggestSpeakers('qu', viewer, 25)],
    ['publishers', (archive) => archive.suggestPublishers('po', viewer, 25)],
  ])('suggest %s without scanning a table', async (_, ask) => {
    const plans = await plansOf((database) => ask(suggestionMethods(database)))
    expect(plans.length).toBeGreaterThan(0)
    expect(scans(plans)).toEqual([])
  })

  const subjects = [{ kind: 'person', key: 'ada quell', weight: 1 }] as const
  const span = { viewer, kind: 'person', since: 0, until: 5, pastDays: 3, least: 1 } as const
  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['words like one', (database) => vocabularyMethods(database).wordsLike('latte', viewer, 5)],
    ['frequencies', (database) => subjectMethods(database).subjectFrequencies(subjects, viewer)],
    ['what is shared', (database) => subjectMethods(database).sharing(subjects, { viewer, limit: 5 })],
    ['trends', (database) => subjectMethods(database).trendCounts(span)],
    [
      'counts by day',
      (database) => subjectMethods(database).dailyCounts(subjects, { viewer, until: 5, days: 3 }),
    ],
  ])('find %s without scanning a table', async (_, ask) => {
    const plans = await plansOf(ask)
    expect(plans.length).toBeGreaterThan(0)
    expect(scans(plans)).toEqual([])
  })
})
