import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import type { StorySignature } from '../../../src/article.ts'
import { tries } from '../../tries.ts'
import { entry, type Written } from '../entries.ts'
import { person, server } from '../fresh.ts'
import { answersTo } from './all-answers.ts'

const hour = 3_600_000
/** The server whose own articles must make no difference to anybody else. */
const hidden = '2'
const others: readonly Viewer[] = [person, server('1'), server('3')]

/** Each half of a statement shares words with the whole, and none with the other half. */
const halves = [
  'the pier will open again in the spring of next year',
  'when the last of the money for it has been found',
] as const
const said = fc.constantFrom(halves[0], halves[1], halves.join(' '), 'no comment')
const word = fc.constantFrom('ferry', 'ferrys', 'harbour', 'harbours', 'harbor', 'quay', 'tide', 'tides')
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
const name = fc.constantFrom('Ada Quell', 'Bo Quell', 'Quell', 'Ada M. Quell', 'Bo Low', 'Low')

/** Two events, and a report that is like both. */
const event = fc.constantFrom(
  told([['quake', 1]]),
  told([['strike', 1]]),
  told([
    ['quake', Math.SQRT1_2],
    ['strike', Math.SQRT1_2],
  ]),
)

function told(terms: StorySignature['terms']): StorySignature {
  return { wording: [], terms, particulars: [], keys: terms.map(([stem]) => stem.charCodeAt(0)) }
}

const article = fc.record({
  title: words,
  body: words,
  said,
  by: name,
  named: name,
  confidence: fc.constantFrom(0.3, 0.9),
  story: event,
  publishedAt: fc.integer({ min: 1, max: 9 }).map((hours) => hours * hour),
  publisher: fc.constantFrom('The Courier', 'the courier', 'Quay News'),
  servers: fc.constantFrom<readonly string[]>([], [], ['1'], [hidden], [hidden], ['1', '3']),
})
type Made = typeof article extends fc.Arbitrary<infer One> ? One : never

/** What becomes of an article later: it is changed to another, withdrawn, or brought as it is by a feed that others don't see. */
const change = fc.record({
  place: fc.nat(20),
  kind: fc.constantFrom('edit', 'withdraw', 'also hidden'),
  into: article,
})
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

/**
 * Two archives, of which one lacks the articles that one server alone sees, answer all others alike. `runs`: how many pairs are
 * tried; CRIER_TRIES multiplies them.
 */
export function describeNonInterference(
  open: () => Promise<Archive>,
  { runs }: { readonly runs: number },
): void {
  it(
    'answers nobody otherwise because of articles that they do not see',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(article, { minLength: 2, maxLength: 7 }),
          fc.array(change, { maxLength: 4 }),
          words,
          async (articles, changes, asked) => {
            const seen = await answersOf(open, { articles, changes, asked, isKept: () => true })
            const bare = await answersOf(open, { articles, changes, asked, isKept: (one) => !isHidden(one) })
            expect(seen).toEqual(bare)
          },
        ),
        { numRuns: tries(runs) },
      )
    },
    tries(60_000),
  )
}

const onlyHidden: Pick<Made, 'servers'> = { servers: [hidden] }

interface Run {
  readonly articles: readonly Made[]
  readonly changes: readonly Change[]
  readonly asked: string
  readonly isKept: (article: Pick<Made, 'servers'>) => boolean
}

async function answersOf(open: () => Promise<Archive>, { articles, changes, asked, isKept }: Run) {
  const archive = await open()
  for (const [place, one] of articles.entries()) if (isKept(one)) await write(archive, one, place)
  await changeAll(archive, { articles, changes, asked, isKept })
  const answers = await Promise.all(others.map((viewer) => answersTo(archive, viewer, asked)))
  await archive.close()
  return answers
}

async function changeAll(archive: Archive, { articles, changes, isKept }: Run): Promise<void> {
  const now = [...articles]
  const shared = new Set<number>()
  const gone = new Set<number>()
  for (const { place, kind, into } of changes) {
    const at = place % articles.length
    const one = now[at]
    if (one === undefined || !isKept(one)) continue
    if (kind === 'edit') {
      now[at] = { ...into, servers: one.servers }
      gone.delete(at)
      await write(archive, now[at], at)
    } else if (kind === 'also hidden') {
      // What only some saw may be told anew when others see it too: docs/security.md.
      if (gone.has(at) || one.servers.length > 0) continue
      shared.add(at)
      if (isKept(onlyHidden)) await write(archive, { ...one, servers: [hidden] }, at)
    } else if (!shared.has(at)) {
      gone.add(at)
      await withdraw(archive, one, at)
    }
  }
}

function isHidden({ servers }: Pick<Made, 'servers'>): boolean {
  return servers.length > 0 && servers.every((one) => one === hidden)
}

async function write(archive: Archive, made: Made, place: number): Promise<void> {
  for (const origin of originsOf(made, place)) await archive.keep(entry({ ...written(made, place), origin }))
}

async function withdraw(archive: Archive, made: Made, place: number): Promise<void> {
  for (const { key } of originsOf(made, place)) await archive.withdraw(key, hour)
}

function originsOf({ servers }: Made, place: number) {
  if (servers.length === 0) return [{ key: `${place}` }]
  return servers.map((one) => ({ key: `${place} of ${one}`, server: one }))
}

function written(made: Made, place: number): Written {
  const quote = `“${made.said},”`
  return {
    id: `a${place}`,
    title: made.title,
    publisher: made.publisher,
    publishedAt: made.publishedAt,
    url: `https://example.org/${place}`,
    text: `${made.named} came. ${made.body}. ${quote} said ${made.by}.`,
    said: [{ words: quote, by: made.by, confidence: made.confidence }],
    people: [[made.named, made.named.split(' ').at(-1) ?? '']],
    story: made.story,
  }
}
