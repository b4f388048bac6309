import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Expression } from '../../src/archive/expression.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import type { StatementFilter } from '../../src/archive/statements.ts'
import { tries } from '../tries.ts'
import { entry, type Written } from './entries.ts'
import { everything, operator, person, server } from './fresh.ts'

const word = fc.constantFrom(
  'ferry',
  'late',
  'harbour',
  'wall',
  'sea',
  'who',
  'we',
  'sail',
  'tide',
  'hafᵈ',
  'москва',
)
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
const speaker = fc.constantFrom('Ada Quell', 'Quell', 'Bo Quell', 'Ada M. Quell', 'Łukasz Żak', undefined)

interface Story {
  readonly title: string
  readonly body: string
  readonly said: string
  readonly by: string | undefined
  readonly confidence: number
  readonly publishedAt: number
  readonly publisher: string
  readonly server: string | undefined
}

const story: fc.Arbitrary<Story> = fc.record({
  title: words,
  body: words,
  said: words,
  by: speaker,
  confidence: fc.constantFrom(0.3, 0.9),
  publishedAt: fc.integer({ min: 1, max: 5 }),
  publisher: fc.constantFrom('The Courier', 'Łódź Post', 'Quay News'),
  server: fc.constantFrom(undefined, undefined, '1', '2'),
})

const phrase = fc.array(word, { minLength: 1, maxLength: 3 })
const expression: fc.Arbitrary<Expression> = fc.record({
  all: fc.array(fc.array(phrase, { minLength: 1, maxLength: 5 }), { maxLength: 2 }),
  none: fc.array(phrase, { maxLength: 1 }),
})
const viewer = fc.constantFrom(operator, person, server('1'), server('2'))

/** Both databases, asked the same about the same articles, answer the same in the same order. */
export function describeSameAnswers(open: () => Promise<Archive>): void {
  it('as the SQLite archive, to any question about any articles', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 9 }),
        fc.array(fc.tuple(viewer, expression, phrase, speaker), { minLength: 4, maxLength: 4 }),
        async (stories, questions) => {
          const [first, second] = [openSqliteArchive(':memory:'), await open()]
          for (const [index, one] of stories.entries()) {
            const written = entry(writtenOf(one, index))
            expect(await second.keep(written)).toBe(await first.keep(written))
          }
          for (const question of questions) {
            expect(await answers(second, question)).toEqual(await answers(first, question))
          }
          await first.close()
        },
      ),
      // A counterexample is told as it is found: to make it smaller would take minutes.
      { numRuns: tries(12), endOnFailure: true },
    )
  })

  it('also where a phrase overlaps itself and a word fills most of the article', async () => {
    const first = openSqliteArchive(':memory:')
    const second = await open()
    onTestFinished(() => first.close())
    for (const [index, text] of ['a b a b a', 'a b a', 'b a b', 'a a a a', 'b b a a b'].entries()) {
      const written = entry({ id: `x${index}`, title: 'T', text, publishedAt: 1 })
      for (const archive of [first, second]) await archive.keep(written)
    }
    for (const wanted of [['a', 'b', 'a'], ['a', 'a'], ['b'], ['a']]) {
      const question = { viewer: operator, about: { all: [[wanted]], none: [] } }
      expect(await second.search(question, everything)).toEqual(await first.search(question, everything))
    }
  })
}

function writtenOf(one: Story, index: number): Written {
  const quote = `“${one.said}”`
  return {
    id: `a${index}`,
    title: one.title,
    publisher: one.publisher,
    publishedAt: one.publishedAt,
    url: `https://example.org/${index}`,
    text: `${one.body}. ${quote} was said.`,
    said: [{ words: quote, confidence: one.confidence, ...(one.by !== undefined && { by: one.by }) }],
    people: [['Ada Quell', 'Quell']],
    origin: { key: `o${index}`, ...(one.server !== undefined && { server: one.server }) },
  }
}

type Question = readonly [
  viewer: StatementFilter['viewer'],
  about: Expression,
  stems: readonly string[],
  speaker: string | undefined,
]

async function answers(archive: Archive, [asker, about, stems, name]: Question) {
  const typed = stems[0]?.slice(0, 2) ?? ''
  const said = (filter: Omit<StatementFilter, 'viewer'>) =>
    archive.statements({ viewer: asker, ...filter }, everything)
  return {
    newest: await archive.newest({ viewer: asker, about }, { offset: 1, limit: 4 }),
    search: await archive.search({ viewer: asker, about }, everything),
    about: await said({ about }),
    near: await said({ words: { stems, match: 'near' } }),
    phrase: await said({ words: { stems, match: 'phrase' } }),
    speaker: await said({ speaker: name ?? 'quell', minConfidence: 0.5 }),
    days: await archive.timeline({ viewer: asker, speaker: name ?? 'quell' }, everything),
    all: await said({ kinds: ['direct'], publisher: 'lodz post' }),
    size: await archive.size(asker),
    articles: await archive.suggestArticles(typed, asker, 25),
    speakers: await archive.suggestSpeakers(name ?? '', asker, 25),
    publishers: await archive.suggestPublishers('', asker, 25),
  }
}
