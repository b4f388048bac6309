import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Entry } from '../../../src/archive/entry.ts'
import type { Expression, Phrase } from '../../../src/archive/expression.ts'
import { entry } from '../entries.ts'
import { everything, fresh, ids, operator } from '../fresh.ts'

const anyone = { viewer: operator }

/** Few words, so that phrases really occur; some that a query language could stumble over. */
const word = fc.constantFrom('rate', 'rise', 'bank', 'ø', '東京', 'and', 'or', 'not', 'near', 'x1')
const words = fc.array(word, { maxLength: 8 })
const phrase = fc.array(word, { minLength: 1, maxLength: 3 })
const expression: fc.Arbitrary<Expression> = fc.record({
  all: fc.array(fc.array(phrase, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  none: fc.array(phrase, { maxLength: 2 }),
})
const fields = fc.record({ title: words, standfirst: words, text: words })

/** Terms that no analysis should make, but a keyboard can. */
const hostileTerms = [
  '"',
  '""',
  "'",
  '*',
  'a"b',
  '" OR "',
  'title:',
  'NEAR(a b)',
  '^x',
  '-',
  '(',
  ')',
  '+',
  '{}',
  '\u0000',
  ' ',
  'a b',
  "'); DROP TABLE articles; --",
  '\ud800',
  'A',
  '',
]

/** What an expression finds, compared with reading everything. */
export function describeExpressions(open: () => Promise<Archive>): void {
  it('finds the same articles and statements as a linear scan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { maxLength: 6 }), expression, async (lists, about) => {
        const archive = await open()
        const entries = lists.map((terms, index) => entryOf(`n${index}`, terms))
        for (const one of entries) await archive.keep(one)
        const expected = entries.filter(({ terms }) =>
          holds([terms.title, terms.standfirst, terms.text], about),
        )
        const said = entries.filter(({ terms }) => holds([terms.statements[0] ?? [], terms.title], about))
        const search = await archive.search({ ...anyone, about }, everything)
        const newest = await archive.newest({ ...anyone, about }, everything)
        const statements = await archive.statements({ ...anyone, about }, everything)
        await archive.close()
        expect(ids(search).toSorted()).toEqual(idsOf(expected))
        expect(ids(newest)).toEqual(idsOf(expected).toReversed())
        expect(statements.rows.map(({ article }) => article.id)).toEqual(idsOf(said).toReversed())
        expect([search.total, newest.total, statements.total]).toEqual([
          expected.length,
          expected.length,
          said.length,
        ])
      }),
      { numRuns: 60 },
    )
  })

  it.each(hostileTerms)('takes %j as a word and nothing else', async (term) => {
    const archive = await fresh(open)
    await archive.keep(entryOf('with', { title: ['x', term], standfirst: [], text: [] }))
    await archive.keep(entryOf('without', { title: ['x', 'a', 'b'], standfirst: [], text: ['b'] }))
    const page = await archive.search({ ...anyone, about: { all: [[[term]]], none: [] } }, everything)
    expect(ids(page)).toEqual(['with'])
    expect(
      ids(await archive.newest({ ...anyone, about: { all: [], none: [['x', term]] } }, everything)),
    ).toEqual(['without'])
    expect(
      (await archive.statements({ ...anyone, words: { stems: [term], match: 'phrase' } }, everything)).total,
    ).toBe(0)
    expect(
      (await archive.statements({ ...anyone, words: { stems: [term], match: 'near' } }, everything)).total,
    ).toBe(0)
    expect((await archive.size(operator)).articles).toBe(2)
  })

  it('matches nothing where a group has no phrase, everything where there is no group', async () => {
    const archive = await fresh(open, { id: 'a' })
    expect((await archive.newest({ ...anyone, about: { all: [[]], none: [] } }, everything)).total).toBe(0)
    expect((await archive.search({ ...anyone, about: { all: [], none: [] } }, everything)).total).toBe(1)
  })

  it('takes absurdly long words, phrases and lists', async () => {
    const archive = await fresh(open)
    const long = 'é'.repeat(100_000)
    const many = Array.from({ length: 3_000 }, (_, index) => `w${index}`)
    await archive.keep(entryOf('a', { title: [long], standfirst: [], text: many }))
    const total = async (about: Expression) => (await archive.search({ ...anyone, about }, everything)).total
    expect(await total({ all: [[[long]]], none: [] })).toBe(1)
    expect(await total({ all: [[many]], none: [] })).toBe(1)
    expect(await total({ all: [many.map((one) => [one])], none: [] })).toBe(1)
    expect(await total({ all: many.map((one) => [[one]]), none: [['absent']] })).toBe(1)
    expect(await total({ all: [], none: many.map((one) => [one]) })).toBe(0)
  })
}

function entryOf(
  id: string,
  terms: { title: readonly string[]; standfirst: readonly string[]; text: readonly string[] },
): Entry {
  const plain = entry({ id, text: '"Words" here.', said: [{ words: '"Words"' }] })
  return { ...plain, terms: { ...plain.terms, ...terms, statements: [terms.text] } }
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ article }) => article.id)
}

function holds(lists: readonly (readonly string[])[], { all, none }: Expression): boolean {
  const occurs = (wanted: Phrase) => lists.some((list) => occursIn(list, wanted))
  return all.every((group) => group.some(occurs)) && !none.some(occurs)
}

function occursIn(list: readonly string[], wanted: Phrase): boolean {
  return list.some((_, start) => wanted.every((one, index) => list[start + index] === one))
}
