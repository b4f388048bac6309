import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { dayMs, dayOf, type SubjectKind, subjectsOf } from '../../../src/archive/subjects.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, operator, person, server } from '../fresh.ts'

const quell = { kind: 'person', key: 'ada quell' } as const
const low = { kind: 'person', key: 'bo low' } as const
const ferry = { kind: 'topic', key: 'ferri' } as const

/** What articles are about, and how often. */
export function describeSubjects(open: () => Promise<Archive>): void {
  it('counts the articles of each subject', async () => {
    const archive = await fresh(open, { id: 'a' }, { id: 'b', people: [['Bo Low'], ['Ada M. Quell']] })
    expect(await archive.subjectFrequencies([quell, low, ferry, { ...ferry, key: 'x' }], operator)).toEqual([
      2, 1, 2, 0,
    ])
  })

  it('finds what shares most, the newest of equals first, and says what is shared', async () => {
    const archive = await fresh(
      open,
      { id: 'a', people: [['Ada Quell', 'Quell']] },
      { id: 'b', people: [['Bo Low']] },
      { id: 'c', people: [['Ada Quell']] },
      { id: 'd', people: [['Cy']] },
    )
    const wanted = [
      { ...quell, weight: 2 },
      { ...ferry, weight: 0.5 },
    ]
    const found = await archive.sharing(wanted, { viewer: operator, limit: 3 })
    expect(found.map(({ head, score }) => [head.id, score])).toEqual([
      ['c', 2.5],
      ['a', 2.5],
      ['d', 0.5],
    ])
    expect(found[0]?.shared).toEqual([
      { ...quell, name: 'Ada Quell', weight: 1 },
      { ...ferry, name: 'ferry', weight: 1 },
    ])
  })

  it('counts from a moment on, and whole days before', async () => {
    const at = (id: string, days: number): Written => ({
      id,
      publishedAt: Math.round(days * dayMs),
      people: [[id]],
    })
    const archive = await fresh(
      open,
      at('a', 1.1),
      at('b', 2.9),
      at('c', 3.2),
      at('d', 3.6),
      at('e', 4.5),
      at('f', 5.1),
    )
    const span = {
      viewer: operator,
      kind: 'topic',
      since: 3.5 * dayMs,
      until: 4.9 * dayMs,
      least: 1,
    } as const
    expect(await archive.trendCounts({ ...span, pastDays: 2 })).toEqual({
      articles: 2,
      past: 2,
      subjects: [{ key: 'ferri', name: 'ferry', articles: 2, past: 2 }],
    })
    expect((await archive.trendCounts({ ...span, pastDays: 1 })).past).toBe(1)
    expect((await archive.trendCounts({ ...span, pastDays: 1, least: 3 })).subjects).toEqual([])
    const days = await archive.dailyCounts([ferry, quell], { viewer: operator, until: 4.9 * dayMs, days: 4 })
    expect(days).toEqual({
      all: [1, 1, 2, 1],
      subjects: [
        [1, 1, 2, 1],
        [0, 0, 0, 0],
      ],
    })
  })

  it('counts a lone surname for the one who bears it', async () => {
    const archive = await fresh(
      open,
      { id: 'a', people: [['Ada Quell', 'Quell']], publishedAt: dayMs },
      { id: 'b', people: [['Quell']], publishedAt: dayMs },
      { id: 'c', people: [['Bo Low', 'Low']], publishedAt: dayMs },
      { id: 'd', people: [['Cy Low', 'Low']], publishedAt: dayMs },
      { id: 'e', people: [['Low']], publishedAt: dayMs },
    )
    const span = {
      viewer: operator,
      kind: 'person',
      since: dayMs,
      until: dayMs,
      pastDays: 1,
      least: 1,
    } as const
    const { subjects } = await archive.trendCounts(span)
    expect(subjects.map(({ name, articles }) => [name, articles])).toEqual([
      ['Ada Quell', 2],
      ['Bo Low', 1],
      ['Cy Low', 1],
      ['Low', 1],
    ])
  })

  it('keeps its tallies right whatever comes, changes and goes', async () => {
    const step = fc.oneof(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        key: fc.constantFrom('feed:1', 'feed:2'),
        of: fc.constantFrom(undefined, '1', '2'),
        people: fc.array(
          fc.constantFrom('Ann Ash', 'Bob Box').map((name) => [name]),
          { maxLength: 2 },
        ),
        publishedAt: fc.constantFrom(0, dayMs, dayMs + 1, 2 * dayMs),
      }),
      fc.record({ withdrawn: fc.constantFrom('feed:1', 'feed:2') }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const archive = await open()
        for (const [at, one] of steps.entries()) {
          if ('withdrawn' in one) await archive.withdraw(one.withdrawn, at)
          else {
            const { of, key, ...written } = one
            await archive.keep(
              entry({ ...written, origin: of === undefined ? { key } : { key, server: of }, at }),
            )
          }
        }
        for (const viewer of [operator, person, server('1'), server('2')])
          await expectTrueTallies(archive, viewer)
        await archive.close()
      }),
      { numRuns: 30 },
    )
  })
}

/** As counted one by one. */
async function expectTrueTallies(archive: Archive, viewer: Viewer): Promise<void> {
  const { rows } = await archive.newest({ viewer }, everything)
  const stored = (await Promise.all(rows.map(({ id }) => archive.article(id, viewer)))).flatMap(
    (one) => one ?? [],
  )
  const days = [0, 1, 2]
  const on = (day: number) => stored.filter(({ article }) => dayOf(article.publishedAt) === day)
  const keys: { kind: SubjectKind; key: string }[] = [{ kind: 'person', key: 'ann ash' }, ferry]
  const about = (day: number, { kind, key }: { kind: SubjectKind; key: string }) =>
    on(day).filter(({ analysis }) => subjectsOf(analysis).some((one) => one.kind === kind && one.key === key))
      .length
  expect(await archive.dailyCounts(keys, { viewer, until: 2 * dayMs, days: 3 })).toEqual({
    all: days.map((day) => on(day).length),
    subjects: keys.map((key) => days.map((day) => about(day, key))),
  })
}
