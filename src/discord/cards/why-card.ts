import type { Head } from '../../archive/article-lists.ts'
import type { Follow } from '../../archive/follows.ts'
import type { ExplainedCheck } from '../../queries/why.ts'
import { linkedTitle } from './article-lines.ts'
import { type Card, card, divider, noticeCard, text } from './card.ts'
import { followSentence } from './follow-words.ts'
import { reason } from './why-words.ts'

/** One follow that posted an article, and why. */
export interface PostedBy {
  readonly follow: Follow
  /** The time zone of its owner. */
  readonly zone: string
  readonly checks: readonly ExplainedCheck[]
}

const maxTitle = 160
const goneFollow = 'The follow that asked for it here is not there any more.'
/** Most follows that are explained. */
const maxFollows = 5

/** Why an article was posted in a channel: each follow that matched, and which of its words stand where. */
export function whyCard(head: Head, posted: readonly PostedBy[]): Card {
  if (posted.length === 0) {
    return noticeCard(`### Why this was posted\n${goneFollow}`)
  }
  return card(
    text(`### Why this was posted\n${linkedTitle(head, maxTitle)}`),
    divider(),
    ...posted.slice(0, maxFollows).map(({ follow, zone, checks }) => {
      const reasons = checks.map(reason).filter((words) => words !== '')
      return text([followSentence(follow, zone), ...reasons.map((words) => `-# ${words}`)].join('\n'))
    }),
  )
}

/** Why a digest was posted in a channel: what the follows ask for that gathered it. */
export function whyDigestCard(follows: readonly Omit<PostedBy, 'checks'>[]): Card {
  if (follows.length === 0) return noticeCard(`### Why this was posted\n${goneFollow}`)
  const sentences = follows
    .slice(0, maxFollows)
    .map(({ follow, zone }) => `- ${followSentence(follow, zone)}`)
  return noticeCard(['### Why this was posted', ...sentences].join('\n'))
}
