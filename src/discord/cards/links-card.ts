import type { APIComponentInContainer } from 'discord-api-types/v10'
import type { StoredArticle } from '../../archive/article-lists.ts'
import { summaryOf } from '../../queries/summary.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
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
export function linksCard(answers: readonly LinkAnswer[], leftOut: number, say: Catalogue): Card {
  const [only] = answers
  if (only !== undefined && answers.length === 1 && leftOut === 0) return singleCard(only, say)
  const sections = answers.flatMap((answer, index) => [
    ...(index === 0 ? [] : [divider()]),
    ...section(answer, answers.length, say),
  ])
  return card(...sections, ...(leftOut === 0 ? [] : [text(`-# ${say.lookups.leftOut(leftOut, maxLinks)}`)]))
}

function singleCard(answer: LinkAnswer, say: Catalogue): Card {
  return 'why' in answer ? noticeCard(reason(answer)) : summaryCard(summaryOf(answer.article, 'medium'), say)
}

function section(answer: LinkAnswer, count: number, say: Catalogue): readonly APIComponentInContainer[] {
  if ('why' in answer) return [text(reason(answer))]
  const summary = summaryOf(answer.article, count <= fewArticles ? 'medium' : 'short')
  const { id, url } = answer.article.article
  return [
    text(heading(answer.article, say)),
    text(sentences(summary, say)),
    row(
      button(say.buttons.summary, componentId('summary', 'open', id)),
      ...quotesButton(summary, say),
      ...linkButton(say.buttons.article, url),
    ),
  ]
}

function reason({ why }: { readonly why: string }): string {
  return clip(why, maxReason)
}
