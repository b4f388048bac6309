import type { Head } from '../../archive/article-lists.ts'
import type { ExplainedCheck } from '../../queries/why.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { linkedTitle } from './article-lines.ts'
import { type Card, card, divider, noticeCard, text } from './card.ts'
import { followSentence, type ToldFollow } from './follow-words.ts'
import { reason } from './why-words.ts'

/** One follow that posted an article, and why. */
export interface PostedBy extends ToldFollow {
  readonly checks: readonly ExplainedCheck[]
}

const maxTitle = 160
/** Most follows that are explained. */
const maxFollows = 5

/** Why an article was posted in a channel: each follow that matched, and which of its words stand where. */
export function whyCard(head: Head, posted: readonly PostedBy[], say: Catalogue): Card {
  if (posted.length === 0) return noticeCard(`### ${say.why.heading}\n${say.why.gone}`)
  return card(
    text(`### ${say.why.heading}\n${linkedTitle(head, maxTitle)}`),
    divider(),
    ...posted.slice(0, maxFollows).map(({ checks, ...told }) => {
      const reasons = checks.map((check) => reason(check, say)).filter((words) => words !== '')
      return text([followSentence(told), ...reasons.map((words) => `-# ${words}`)].join('\n'))
    }),
  )
}

/** Why a digest was posted in a channel: what the follows ask for that gathered it. */
export function whyDigestCard(follows: readonly ToldFollow[], say: Catalogue): Card {
  if (follows.length === 0) return noticeCard(`### ${say.why.heading}\n${say.why.gone}`)
  const sentences = follows.slice(0, maxFollows).map((told) => `- ${followSentence(told)}`)
  return noticeCard([`### ${say.why.heading}`, ...sentences].join('\n'))
}
