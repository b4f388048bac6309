import { randomUUID } from 'node:crypto'
import type { KeptNews, NewsDesk, OfferedArticle, OfferView } from './news-desk.ts'

/** Takes news from the page to the desk; what was examined waits here until it is kept. */
export interface NewsCounter {
  /** @throws Error in plain words for what cannot be read. */
  readonly examine: (given: {
    readonly name: string
    readonly base64: string
  }) => Promise<readonly OfferView[]>
  /** @throws Error for an unknown key. */
  readonly keep: (key: string) => Promise<KeptNews>
}

/** Articles that wait at most; older ones are forgotten. */
const maxWaiting = 100

/** Opens a counter; it waits for the desk. */
export function createNewsCounter(desk: Promise<NewsDesk>): NewsCounter {
  const waiting = new Map<string, OfferedArticle>()
  return {
    examine: async ({ name, base64 }) => {
      const offered = await (await desk).examine({ name, bytes: Buffer.from(base64, 'base64') })
      return offered.map((offer) => {
        const key = randomUUID()
        waiting.set(key, offer)
        for (const old of waiting.keys()) if (waiting.size > maxWaiting) waiting.delete(old)
        return { key, article: offer.article }
      })
    },
    keep: async (key) => {
      const offer = waiting.get(key)
      if (offer === undefined) throw new Error('This article is no longer at hand: give it again')
      return offer.keep()
    },
  }
}
