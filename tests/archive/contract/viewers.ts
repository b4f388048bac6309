import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Origin } from '../../../src/archive/entry.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, operator, person, server } from '../fresh.ts'

const secret: Written = {
  id: 'secret',
  title: 'Secret ferry',
  publisher: 'Inner Circle',
  url: 'https://inner.test/1',
  text: '"Hush," said Mum Word.',
  said: [{ words: '"Hush,"', by: 'Mum Word' }],
  publishedAt: 5,
  origin: { key: 'feed:own', server: '1' },
}

/** Everything a viewer can get to see, by any way. */
async function seenBy(archive: Archive, viewer: Viewer) {
  const ferry = { viewer, about: { all: [[['ferry']]], none: [] } }
  const near = { viewer, words: { stems: ['hush'], match: 'near' } } as const
  return {
    article: (await archive.article('secret', viewer))?.article.id,
    byUrl: (await archive.articleByUrl('https://inner.test/1', viewer))?.article.id,
    newest: (await archive.newest({ viewer }, everything)).total,
    about: (await archive.newest(ferry, everything)).total,
    search: (await archive.search(ferry, everything)).total,
    statements: (await archive.statements({ viewer }, everything)).total,
    bySpeaker: (await archive.statements({ viewer, speaker: 'word' }, everything)).total,
    near: (await archive.statements(near, everything)).total,
    size: (await archive.size(viewer)).articles,
    titles: (await archive.suggestArticles('secret', viewer, 5)).length,
    speakers: await archive.suggestSpeakers('', viewer, 5),
    publishers: await archive.suggestPublishers('', viewer, 5),
    spellings: (await archive.wordsLike('secrett', viewer, 5)).map(({ word }) => word),
    frequencies: await archive.subjectFrequencies([{ kind: 'topic', key: 'ferri' }], viewer),
    sharing: (await archive.sharing([{ kind: 'topic', key: 'ferri', weight: 1 }], { viewer, limit: 5 })).map(
      ({ head }) => head.id,
    ),
    trends: (await archive.trendCounts({ viewer, kind: 'topic', since: 0, until: 9, pastDays: 3, least: 1 }))
      .articles,
    days: (await archive.dailyCounts([{ kind: 'topic', key: 'ferri' }], { viewer, until: 9, days: 1 }))
      .subjects,
  }
}

const all = {
  article: 'secret',
  byUrl: 'secret',
  newest: 1,
  about: 1,
  search: 1,
  statements: 1,
  bySpeaker: 1,
  near: 1,
  size: 1,
  titles: 1,
  speakers: ['Mum Word'],
  publishers: ['Inner Circle'],
  spellings: ['secret'],
  frequencies: [1],
  sharing: ['secret'],
  trends: 1,
  days: [[1]],
}

const nothing = {
  article: undefined,
  byUrl: undefined,
  newest: 0,
  about: 0,
  search: 0,
  statements: 0,
  bySpeaker: 0,
  near: 0,
  size: 0,
  titles: 0,
  speakers: [],
  publishers: [],
  spellings: [],
  frequencies: [0],
  sharing: [],
  trends: 0,
  days: [[0]],
}

/** Who sees what. */
export function describeViewers(open: () => Promise<Archive>): void {
  it("shows an article of a server's own feed to that server and the operator alone", async () => {
    const archive = await fresh(open, secret)
    expect(await seenBy(archive, server('1'))).toEqual(all)
    expect(await seenBy(archive, operator)).toEqual(all)
    expect(await seenBy(archive, server('2'))).toEqual(nothing)
    expect(await seenBy(archive, person)).toEqual(nothing)
    expect(await seenBy(archive, { kind: 'person', id: '1' })).toEqual(nothing)
  })

  it.each(['operator', 'public', 'none', 'server:1', '', "' OR 1=1 --"])(
    'takes %j as the id of a server and nothing else',
    async (id) => {
      const archive = await fresh(open, secret)
      expect(await seenBy(archive, server(id))).toEqual(nothing)
      await archive.keep(entry({ ...secret, origin: { key: 'feed:other', server: id } }))
      expect(await seenBy(archive, server(id))).toEqual(all)
      expect(await seenBy(archive, person)).toEqual(nothing)
    },
  )

  it('shows an article to everybody once it has come in openly, and hides it again when that origin goes', async () => {
    const archive = await fresh(open, secret, { ...secret, origin: { key: 'feed:open' } })
    expect(await seenBy(archive, person)).toEqual(all)
    expect(await seenBy(archive, server('1'))).toEqual(all)
    expect(await archive.withdraw('feed:open', 9)).toEqual([])
    expect(await seenBy(archive, person)).toEqual(nothing)
    expect(await seenBy(archive, server('1'))).toEqual(all)
  })

  it('merges the open articles and the own ones by date', async () => {
    const own = { key: 'feed:own', server: '1' }
    const archive = await fresh(
      open,
      ...[1, 2, 3, 4, 5, 6].map((n) => ({
        id: `n${n}`,
        publishedAt: n,
        origin: n % 2 ? { key: 'feed:x' } : own,
      })),
    )
    const page = await archive.newest({ viewer: server('1') }, { offset: 1, limit: 4 })
    expect([page.rows.map(({ id }) => id), page.total]).toEqual([['n5', 'n4', 'n3', 'n2'], 6])
    expect(await archive.size(person)).toEqual({ articles: 3, statements: 0, newestAt: 5 })
  })

  it("counts a speaker's statements for each viewer apart", async () => {
    const said = (id: string, by: string, origin: Origin): Written => ({
      id,
      text: 'one',
      said: [{ words: 'one', by }],
      origin,
    })
    const own = { key: 'feed:own', server: '1' }
    const archive = await fresh(
      open,
      said('a', 'Ann', { key: 'x' }),
      said('b', 'Bob', own),
      said('c', 'Bob', own),
    )
    expect(await archive.suggestSpeakers('', server('1'), 1)).toEqual(['Bob'])
    expect(await archive.suggestSpeakers('', server('2'), 2)).toEqual(['Ann'])
  })

  it('keeps its counts right whatever comes, changes and goes', async () => {
    const id = fc.constantFrom('a', 'b', 'c')
    const key = fc.constantFrom('feed:1', 'feed:2')
    const of = fc.constantFrom(undefined, '1', '2')
    const by = fc.array(fc.constantFrom('Ann', 'Bob'), { maxLength: 3 })
    const step = fc.oneof(
      fc.record({ id, key, of, by, publisher: fc.constantFrom('Post', 'Gazette') }),
      fc.record({ withdrawn: key }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const archive = await open()
        for (const [at, one] of steps.entries()) await take(archive, one, at)
        for (const viewer of [operator, person, server('1'), server('2')])
          await expectTrueCounts(archive, viewer)
        await archive.close()
      }),
      { numRuns: 40 },
    )
  })
}

type Step =
  | { withdrawn: string }
  | { id: string; key: string; of: string | undefined; by: readonly string[]; publisher: string }

async function take(archive: Archive, step: Step, at: number): Promise<void> {
  if ('withdrawn' in step) {
    await archive.withdraw(step.withdrawn, at)
    return
  }
  const origin = step.of === undefined ? { key: step.key } : { key: step.key, server: step.of }
  const said = step.by.map((by) => ({ words: 'one', by }))
  await archive.keep(entry({ id: step.id, publisher: step.publisher, text: 'one', said, origin, at }))
}

async function expectTrueCounts(archive: Archive, viewer: Viewer): Promise<void> {
  const articles = (await archive.newest({ viewer, since: 0 }, everything)).rows
  const statements = (await archive.statements({ viewer }, everything)).rows
  expect(await archive.size(viewer)).toMatchObject({
    articles: articles.length,
    statements: statements.length,
  })
  const speakers = new Set(statements.map(({ speaker }) => speaker?.name))
  expect(new Set(await archive.suggestSpeakers('', viewer, 9))).toEqual(speakers)
  expect(new Set(await archive.suggestPublishers('', viewer, 9))).toEqual(
    new Set(articles.map(({ publisher }) => publisher)),
  )
}
