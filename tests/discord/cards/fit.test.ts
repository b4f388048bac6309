import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card, maxCardText, text } from '../../../src/discord/cards/card.ts'
import { compareCard } from '../../../src/discord/cards/compare-card.ts'
import { contextCard } from '../../../src/discord/cards/context-card.ts'
import { fitCard, textLength } from '../../../src/discord/cards/fit.ts'
import { latestCard } from '../../../src/discord/cards/latest-card.ts'
import { linksCard, maxLinks } from '../../../src/discord/cards/links-card.ts'
import { searchCard } from '../../../src/discord/cards/search-card.ts'
import { statementsCard } from '../../../src/discord/cards/statements-card.ts'
import { summaryCard } from '../../../src/discord/cards/summary-card.ts'
import { timelineCard } from '../../../src/discord/cards/timeline-card.ts'
import { catalogues } from '../../../src/discord/locales/catalogues.ts'

const longUrl = `https://example.org/${'path/'.repeat(70)}`
/** Of one message, by Discord's rules. */
const maxComponents = 40
/** Every language has to fit. */
const language = fc.constantFrom(...catalogues.values())

/** Text as hostile as it comes: mark-up, mentions, emoji, marks that stack, other directions, long and short. */
const hostile = fc
  .array(
    fc.constantFrom(
      'word ',
      '**',
      '@everyone ',
      '](http://x) ',
      '👨‍👩‍👧',
      'e\u0301\u0301\u0301',
      'שלום ',
      '\u202e',
      '\n# ',
      '||',
      '<@1> ',
    ),
    {
      minLength: 1,
      maxLength: 400,
    },
  )
  .map((parts) => parts.join(''))

const head = fc.record({ title: hostile, publisher: hostile, gist: hostile }).map((texts) => ({
  id: 'abcdefghijkl',
  url: longUrl,
  publishedAt: 0,
  firstSeenAt: 0,
  correctedAt: 5,
  ...texts,
}))

describe('fitCard', () => {
  it('leaves a card that fits as it is', () => {
    const small = card(text('[a](https://example.org/)'))
    expect(fitCard(small)).toBe(small)
  })

  it('takes links away from the end until the card fits, and their words stay', () => {
    const link = (word: string) => text(`[${word} \\[x\\]](https://example.org/${'a'.repeat(1800)})`)
    const { components } = fitCard(card(link('one'), link('two'), link('three')))
    const contents = JSON.stringify(components)
    expect(textLength(components)).toBeLessThanOrEqual(maxCardText)
    expect(contents).toContain('"content":"three \\\\[x\\\\]"')
    expect(contents).toContain('[one \\\\[x\\\\]](https')
  })

  it('is enough for every list, whatever the articles hold', () => {
    fc.assert(
      fc.property(fc.array(head, { minLength: 5, maxLength: 5 }), language, (heads, say) => {
        const onePage = { page: 0, pages: 3, idOf: (page: number) => `id ${page}`, say }
        const statements = heads.slice(0, 4).map((article) => ({
          article,
          number: 0,
          kind: 'indirect' as const,
          pieces: [article.gist],
          context: article.title,
          speaker: {
            name: article.publisher,
            role: article.title,
            confidence: 0.9,
            fullName: article.publisher,
          },
          alsoIn: {
            first: heads.map((other) => ({ article: other, speaker: { name: other.gist, confidence: 0.9 } })),
            total: 50,
          },
        }))
        const hits = heads.map((one) => ({
          head: one,
          passage: { text: one.gist, marks: [{ start: 0, end: 3 }] },
        }))
        for (const made of [
          latestCard(heads, 'Latest news', onePage),
          statementsCard(statements, 'Said', onePage),
          compareCard(
            [statements.slice(0, 2), statements.slice(2)].map((rows) => ({
              speaker: rows[0]?.speaker.name ?? '',
              said: { rows, total: 9, match: 'phrase' as const },
            })),
            'Compared',
            onePage,
          ),
          timelineCard(
            {
              rows: statements.map((quote) => ({
                startsAt: 0,
                statements: 100,
                topics: heads.slice(0, 3).map(({ title }) => title),
                quote,
              })),
              total: 9,
              statements: 900,
            },
            'Said',
            { ...onePage, listId: 'id' },
          ),
          ...statements.map((statement) =>
            contextCard(
              {
                statement,
                before: statement.context.repeat(3),
                paragraphs: Array.from({ length: 5 }, () => ({
                  text: statement.context.repeat(3),
                  marks: [{ start: 0, end: statement.context.length }],
                })),
                after: statement.context,
              },
              say,
            ),
          ),
          searchCard({ rows: hits, total: hits.length }, 'Found', { ...onePage, idOfQuery: () => 'id' }),
        ]) {
          expect(textLength(fitCard(made).components)).toBeLessThanOrEqual(maxCardText)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is enough for the summaries of as many links as there may be, read or not', () => {
    const answer = fc.oneof(
      fc.record({ why: hostile }),
      fc.record({ why: fc.constant('\u200b'.repeat(5000)) }),
      head.map((one) => {
        const article = { ...one, text: one.gist, standfirst: one.title, language: 'en' }
        const sentences = [{ start: 0, end: one.gist.length }]
        const analysis = { sentences, ranking: [0], keywords: [], people: [], quotes: [] }
        return { article: { article, analysis } }
      }),
    )
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 1, maxLength: maxLinks }),
        fc.nat(9),
        language,
        (answers, leftOut, say) => {
          const { components } = fitCard(linksCard(answers, leftOut, say))
          expect(textLength(components)).toBeLessThanOrEqual(maxCardText)
          expect(JSON.stringify(components).match(/"type":/g)?.length).toBeLessThanOrEqual(maxComponents)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is enough for the longest summary', () => {
    fc.assert(
      fc.property(hostile, language, (words, say) => {
        const body = words.repeat(6)
        const third = Math.floor(body.length / 6)
        const article = {
          id: 'abcdefghijkl',
          url: longUrl,
          title: words,
          publisher: words,
          standfirst: words,
          text: body,
          publishedAt: 0,
          firstSeenAt: 0,
          language: 'en',
        }
        const sentences = Array.from({ length: 6 }, (_, index) => ({
          start: index * third,
          end: (index + 1) * third,
        }))
        const keywords = Array.from({ length: 12 }, () => ({ term: words, stem: 'x', weight: 1 }))
        const people = Array.from({ length: 12 }, () => ({ name: words, aliases: [], mentions: 1 }))
        const analysis = { sentences, ranking: [], keywords, people, quotes: [] }
        const chosen = sentences.map((span) => ({ ...span, text: body.slice(span.start, span.end) }))
        const summary = {
          stored: { article, analysis },
          length: 'long' as const,
          sentences: chosen,
          keywords,
          people,
          statements: 3,
        }
        expect(textLength(fitCard(summaryCard(summary, say)).components)).toBeLessThanOrEqual(maxCardText)
      }),
      { numRuns: 60 },
    )
  })
})
