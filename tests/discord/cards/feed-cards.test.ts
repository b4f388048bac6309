import { describe, expect, it } from 'vitest'
import { renderText } from '../../../src/cli/render-text.ts'
import { type Card, maxCardText } from '../../../src/discord/cards/card.ts'
import {
  feedCheckCard,
  feedImportCard,
  feedListCard,
  feedsAddedCard,
  findingCard,
} from '../../../src/discord/cards/feed-cards.ts'
import { textLength } from '../../../src/discord/cards/fit.ts'
import type { Catalogue } from '../../../src/discord/locales/catalogue.ts'
import { catalogues } from '../../../src/discord/locales/catalogues.ts'
import { english } from '../../../src/discord/locales/en.ts'
import type { FeedState, FoundFeed } from '../../../src/queries/server-feeds.ts'

const now = Date.UTC(2026, 10, 23, 12)
const long = '_*eels*_ '.repeat(200)

/** A feed with everything wrong and everything long. */
const worst = (id: number): FeedState => ({
  id: `feed${id}`,
  name: long,
  address: long,
  isOwn: id % 2 === 0,
  nextReadAt: now + 1,
  readAt: now,
  newsAt: now,
  failures: 99,
  failingSince: now,
  error: long,
  heldUntil: now + 1000,
  ...(id % 3 === 0 && { disabled: long }),
})
const found: FoundFeed = {
  name: long,
  address: long,
  isKnown: false,
  newest: Array.from({ length: 3 }, () => ({ title: long, publishedAt: now })),
}
const report = { added: 1, known: 2, unusable: 3 }

describe('cards of feeds', () => {
  it.each<[string, (say: Catalogue) => Card]>([
    [
      'a list',
      (say) =>
        feedListCard(
          Array.from({ length: 100 }, (_, id) => worst(id)),
          { page: 3, now, say },
        ),
    ],
    ['one feed', (say) => feedCheckCard(worst(0), now, say)],
    [
      'an offer',
      (say) => findingCard({ kind: 'offer', key: 'k', feeds: Array.from({ length: 5 }, () => found) }, say),
    ],
    [
      'what was added',
      (say) =>
        feedsAddedCard(
          Array.from({ length: 5 }, () => long),
          say,
        ),
    ],
    [
      'a list taken over',
      (say) =>
        feedImportCard(
          {
            ...report,
            refused: Array.from({ length: 900 }, () => ({
              address: long,
              why: { kind: 'readAlready', address: long },
            })),
          },
          say,
        ),
    ],
  ])('fit, whatever feeds are called and whatever is wrong with them: %s', (_, made) => {
    for (const say of catalogues.values()) expect(textLength(made(say).components)).toBeLessThan(maxCardText)
  })

  it('show the last page where an earlier list had more', () => {
    const text = renderText(feedListCard([worst(1)], { page: 7, now, say: english }).components)
    expect(text).toContain('0 of 100 of this server · 1 open to all · 1 failing')
  })

  it('tell a feed that is being read from one that was never read', () => {
    const { readAt, newsAt, error, heldUntil, failingSince, ...state } = worst(2)
    const text = renderText(
      feedCheckCard({ ...state, failures: 0, nextReadAt: now }, now, english).components,
    )
    expect(text).toContain(
      '- Last read: never yet\n- Last news: none yet\n- Next read: now\n- Last error: none',
    )
  })
})
