import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredArticle } from '../../../src/archive/article-lists.ts'
import type { Follow } from '../../../src/archive/follows.ts'
import type { Story } from '../../../src/archive/stories.ts'
import { announcementCard } from '../../../src/discord/cards/announcement-card.ts'
import type { Card } from '../../../src/discord/cards/card.ts'
import { digestCard } from '../../../src/discord/cards/digest-card.ts'
import { fitCard } from '../../../src/discord/cards/fit.ts'
import { followListCard, followSetCard, followTestCard } from '../../../src/discord/cards/follow-cards.ts'
import { whyCard, whyDigestCard } from '../../../src/discord/cards/why-card.ts'
import { withdrawnCard } from '../../../src/discord/cards/withdrawn-card.ts'
import { sealCard } from '../../../src/discord/component-id.ts'
import { catalogues } from '../../../src/discord/locales/catalogues.ts'
import type { Json } from '../../../src/preview/json.ts'
import { formOf } from '../../../src/preview/rules/field.ts'
import { checkMessage } from '../../../src/preview/rules/message.ts'
import { digestOf } from '../../../src/queries/digest.ts'
import { headOf } from '../../../src/queries/head-of.ts'

/** Text as hostile as it comes, also where nothing of it is visible and where it is very long. */
const hostile = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        'word ',
        '**',
        '@everyone ',
        '<@&1> ',
        '](http://x) ',
        '👨‍👩‍👧‍👦',
        '🇩🇪',
        'e\u0301\u0302\u0303',
        'שלום ',
        'مرحبا ',
        '\u202e',
        '\u200b',
        '\n# ',
        '\n-# ',
        '||',
        '```',
        '\ud800',
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('', ' ', '\u200b\u200d', 'x'.repeat(10_000), '@everyone'.repeat(1200), '👍🏽'.repeat(3000)),
)

const follow: fc.Arbitrary<Follow> = fc
  .record({ about: hostile, speaker: hostile, publisher: hostile, exclude: hostile, reason: hostile })
  .map(({ reason, ...conditions }) => ({
    id: 'f',
    owner: '1',
    channel: '11',
    ...conditions,
    mention: '22',
    delivery: 'daily' as const,
    quiet: '22:00-07:00',
    timezone: 'America/Argentina/Buenos_Aires',
    createdBy: '3',
    createdAt: 0,
    paused: { cause: 'closed' as const, reason },
  }))

const article: fc.Arbitrary<StoredArticle> = fc
  .record({ title: hostile, publisher: hostile, words: hostile, name: hostile, term: hostile })
  .map(({ title, publisher, words, name, term }) => {
    const span = { start: 0, end: words.length }
    const quote = {
      statement: 0,
      span,
      content: span,
      kind: 'direct' as const,
      speaker: { name, as: span },
      confidence: 0.95,
      sentence: 0,
    }
    return {
      article: {
        id: 'abcdefghijkl',
        url: `https://example.org/${'path/'.repeat(70)}`,
        title,
        publisher,
        text: words,
        publishedAt: 0,
        firstSeenAt: 0,
        language: 'en',
      },
      analysis: {
        sentences: [span],
        ranking: [0],
        keywords: [{ term, stem: 'x', weight: 1 }],
        people: Array.from({ length: 9 }, () => ({ name, aliases: [], mentions: 1 })),
        quotes: [quote, { ...quote, statement: 1 }],
      },
    }
  })

const evidence = fc
  .record({ words: hostile, passage: hostile })
  .map((texts) => ({ ...texts, place: 'text' as const }))

/** A story that all of these tell. */
function storyOf(articles: readonly StoredArticle[]): Story {
  const others = articles.map((each, index) => ({ article: headOf(each), sameText: index % 2 === 0 }))
  return { id: 1, others, total: others.length }
}

/** What Discord would refuse of a card, and what it would ping. */
async function problemsOf(made: Card): Promise<readonly unknown[]> {
  const { components } = await sealCard(fitCard(made), {
    get: async () => undefined,
    set: async () => undefined,
  })
  const form = formOf({ components, flags: 1 << 15 } as unknown as Json)
  checkMessage(form, { filenames: made.files?.map(({ name }) => name) ?? [] })
  const text = JSON.stringify(components)
  // Labels of buttons and menus are shown as they are: only in texts could anything ping.
  const shown = (text.match(/"content":"(?:[^"\\]|\\.)*"/g) ?? []).join('')
  const pings = shown.match(/(?<!\\\\)@everyone|<@&?(?!22>)\d+>/g) ?? []
  return [
    ...form.problems,
    ...pings,
    ...(text.isWellFormed() && !/\\ud[89a-f]/i.test(text) ? [] : ['broken']),
  ]
}

describe('cards of follows', () => {
  it('are taken by Discord and ping nobody, whatever they say', async () => {
    const several = fc
      .array(article, { minLength: 1, maxLength: 12 })
      .map((all) => all.map((one, index) => ({ ...one, article: { ...one.article, id: `id${index}` } })))
    await fc.assert(
      fc.asyncProperty(
        follow,
        several,
        fc.array(evidence, { maxLength: 3 }),
        fc.constantFrom(...catalogues.values()),
        async (one, articles, found, say) => {
          const many = Array.from({ length: 12 }, () => one)
          const stories = new Map(articles.slice(3).map((each, index) => [each.article.id, index % 3]))
          const digest = digestOf(articles, stories)
          const gone = articles.map((each) => ({ ...headOf(each), correctedAt: 1, withdrawnAt: 2 }))
          const checks = (['about', 'speaker', 'publisher', 'exclude'] as const).map((condition, index) => ({
            condition,
            asked: one.about ?? '',
            met: index % 2 === 0,
            evidence: found,
          }))
          const trials = digest.lines.map(({ head }, index) => ({ head, checks, posted: index % 2 === 0 }))
          const zoned = { follow: one, zone: 'UTC', say }
          const posted = many.map((each) => ({ ...zoned, follow: each, checks }))
          const view = { posting: 1, key: 'k', at: 0, page: 0, roles: ['22'], say }
          for (const made of [
            ...articles.map((each) =>
              announcementCard(each, {
                key: 'k',
                roles: ['22'],
                follows: many,
                story: storyOf(articles),
                say,
              }),
            ),
            ...gone.map((each) => withdrawnCard(each, say)),
            digestCard(digestOf([...gone, ...articles], stories), { ...view, page: 1 }),
            digestCard(digestOf(gone, stories), view),
            digestCard(digest, view),
            digestCard(digest, {
              ...view,
              chart: { name: 'quoted.png', data: '', description: one.about ?? '' },
            }),
            digestCard(digest, { ...view, page: 1 }),
            ...[0, 1].map((page) => followListCard(many, { zone: 'UTC', command: 'follow', page, say })),
            followSetCard('Following', zoned, trials),
            followTestCard(zoned, trials),
            whyDigestCard(
              many.map((each) => ({ ...zoned, follow: each })),
              say,
            ),
            ...digest.lines.slice(0, 1).map(({ head }) => whyCard(head, posted, say)),
          ]) {
            expect(await problemsOf(made)).toEqual([])
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
