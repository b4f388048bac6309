import fc from 'fast-check'
import type { StorySignature } from '../../../src/article.ts'
import type { Written } from '../entries.ts'

const hour = 3_600_000
/** A server whose own articles must make no difference to anybody else. */
export const hidden = '2'

/** Each half of a statement shares words with the whole, and none with the other half. */
const halves = [
  'the pier will open again in the spring of next year',
  'when the last of the money for it has been found',
] as const
const said = fc.constantFrom(halves[0], halves[1], halves.join(' '), 'no comment')
const word = fc.constantFrom('ferry', 'ferrys', 'harbour', 'harbours', 'harbor', 'quay', 'tide', 'tides')
/** Some words that titles and texts are made of. */
export const madeWords = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
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

/** An article as it may come, of few words, people and events, so that much is alike. */
export const madeArticle = fc.record({
  title: madeWords,
  body: madeWords,
  said,
  by: name,
  named: name,
  confidence: fc.constantFrom(0.3, 0.9),
  story: event,
  publishedAt: fc.integer({ min: 1, max: 9 }).map((hours) => hours * hour),
  publisher: fc.constantFrom('The Courier', 'the courier', 'Quay News'),
  servers: fc.constantFrom<readonly string[]>([], [], ['1'], [hidden], [hidden], ['1', '3']),
})
/** What a made article says. */
export type Made = typeof madeArticle extends fc.Arbitrary<infer One> ? One : never

/** Where it came from: open to all, or one way for each of its servers. */
export function originsOf({ servers }: Made, place: number) {
  if (servers.length === 0) return [{ key: `${place}` }]
  return servers.map((one) => ({ key: `${place} of ${one}`, server: one }))
}

/** The article of a place in a list. */
export function written(made: Made, place: number): Written {
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
