import type { APIComponentInContainer } from 'discord-api-types/v10'
import type { StoredArticle } from '../../archive/article-lists.ts'
import { summaryOf } from '../../queries/summary.ts'
import { componentId } from '../component-id.ts'
import { button, type Card, card, divider, linkButton, noticeCard, row, text } from './card.ts'
import { heading, quotesButton, sentences, summaryCard } from './summary-card.ts'
import { clip } from './text.ts'

/** Links of one message that are read: five sections with their buttons fit one card. */
export const maxLinks = 5
/** Longest reason why a link was not read. */
const maxReason = 300
/** Up to so many articles are told in three sentences, more in one. */
const fewArticles = 2

/** What came of a link: its article, or why there is none, in words for members. */
export type LinkAnswer = { readonly article: StoredArticle } | { readonly why: string }

/** The summaries of a message's links, a section each, in their order. `leftOut`: how many more links there are. */
export function linksCard(answers: readonly LinkAnswer[], leftOut: number): Card {
  const [only] = answers
  if (only !== undefined && answers.length === 1 && leftOut === 0) return singleCard(only)
  const sections = answers.flatMap((answer, index) => [
    ...(index === 0 ? [] : [divider()]),
    ...section(answer, answers.length),
  ])
  return card(...sections, ...(leftOut === 0 ? [] : [text(leftOutText(leftOut))]))
}

function singleCard(answer: LinkAnswer): Card {
  return 'why' in answer ? noticeCard(reason(answer)) : summaryCard(summaryOf(answer.article, 'medium'))
}

function section(answer: LinkAnswer, count: number): readonly APIComponentInContainer[] {
  if ('why' in answer) return [text(reason(answer))]
  const summary = summaryOf(answer.article, count <= fewArticles ? 'medium' : 'short')
  const { id, url } = answer.article.article
  return [
    text(heading(answer.article)),
    text(sentences(summary)),
    row(
      button('Summary', componentId('summary', 'open', id)),
      ...quotesButton(summary),
      ...linkButton('Article', url),
    ),
  ]
}

function reason({ why }: { readonly why: string }): string {
  return clip(why, maxReason)
}

function leftOutText(count: number): string {
  const links = count === 1 ? 'One more link is' : `${count} more links are`
  return `-# ${links} left out: I read ${maxLinks} of a message.`
}
