import type { APIButtonComponent } from 'discord-api-types/v10'
import type { StoredArticle } from '../../archive/article-lists.ts'
import type { Summary, SummaryLength } from '../../queries/summary.ts'
import { componentId } from '../component-id.ts'
import { byline, linkedTitle } from './article-lines.ts'
import { button, type Card, card, linkButton, row, text } from './card.ts'
import { clip, link } from './text.ts'
import { unquotedLine } from './unquoted-line.ts'

/** Longest headline of a single article. */
const maxTitle = 300
/** Longest standfirst, sentence: six sentences with their links fit one card. */
const maxStandfirst = 400
const maxSentence = 360
const maxKeywords = 6
const maxPeople = 6
const maxName = 50

/** An article in its own words: the chosen sentences, each linked to its place, keywords, people, date, link. */
export function summaryCard(summary: Summary): Card {
  const { stored, length } = summary
  return card(
    text(heading(stored)),
    ...standfirstOf(stored),
    text(sentences(summary)),
    ...about(summary),
    row(
      ...lengthButtons(stored.article.id, length),
      ...quotesButton(summary),
      button('Similar', componentId('similar', 'open', stored.article.id)),
      ...linkButton('Article', stored.article.url),
    ),
  )
}

/** The quotes button, for whatever shows an article; none where it holds no statement. */
export function quotesButton(summary: Pick<Summary, 'stored' | 'statements'>): readonly APIButtonComponent[] {
  if (summary.statements === 0) return []
  return [
    button(`Quotes (${summary.statements})`, componentId('whosaid', 'article', summary.stored.article.id)),
  ]
}

/** The chosen sentences in reading order, each a link to its place in the article. */
export function sentences({ sentences: chosen }: Summary): string {
  if (chosen.length === 0) return 'No sentence of this article can stand alone.'
  return chosen
    .map(({ text: sentence, link: place }) => {
      const shown = clip(sentence, maxSentence)
      return place === undefined ? shown : `${shown} ${link('↗', place)}`
    })
    .join('\n\n')
}

/** Headline and byline of one article. */
export function heading({ article, correctedAt }: StoredArticle): string {
  const head = { ...article, ...(correctedAt !== undefined && { correctedAt }) }
  return `### ${linkedTitle(head, maxTitle)}\n-# ${byline(head)}`
}

function standfirstOf({ article }: StoredArticle): readonly ReturnType<typeof text>[] {
  if (article.standfirst === undefined) return []
  return [text(`-# The publisher's own summary\n*${clip(article.standfirst, maxStandfirst)}*`)]
}

function about({ keywords, people, unquotedLanguage }: Summary): readonly ReturnType<typeof text>[] {
  const lines = [
    listed(
      'Keywords',
      keywords.slice(0, maxKeywords).map(({ term }) => term),
    ),
    listed(
      'People',
      people.slice(0, maxPeople).map(({ name }) => name),
    ),
    unquotedLanguage === undefined ? undefined : `-# ${unquotedLine(unquotedLanguage)}`,
  ].filter((line) => line !== undefined)
  return lines.length === 0 ? [] : [text(lines.join('\n'))]
}

function listed(label: string, words: readonly string[]): string | undefined {
  return words.length === 0
    ? undefined
    : `-# ${label}: ${words.map((word) => clip(word, maxName)).join(', ')}`
}

const lengths: readonly SummaryLength[] = ['short', 'medium', 'long']

function lengthButtons(id: string, length: SummaryLength): readonly APIButtonComponent[] {
  const at = lengths.indexOf(length)
  const [shorter, longer] = [lengths[at - 1], lengths[at + 1]]
  return [
    ...(shorter === undefined ? [] : [button('Shorter', componentId('summary', 'length', id, shorter))]),
    ...(longer === undefined ? [] : [button('Longer', componentId('summary', 'length', id, longer))]),
  ]
}
