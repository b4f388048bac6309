import type { APIButtonComponent } from 'discord-api-types/v10'
import type { StoredArticle } from '../../archive/article-lists.ts'
import type { Summary, SummaryLength } from '../../queries/summary.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, linkedTitle } from './article-lines.ts'
import { button, type Card, card, linkButton, row, text } from './card.ts'
import { clip, link } from './text.ts'

/** Longest headline of a single article. */
const maxTitle = 300
/** Longest standfirst, sentence: six sentences with their links fit one card. */
const maxStandfirst = 400
const maxSentence = 360
const maxKeywords = 6
const maxPeople = 6
const maxName = 50

/** An article in its own words: the chosen sentences, each linked to its place, keywords, people, date, link. */
export function summaryCard(summary: Summary, say: Catalogue): Card {
  const { stored, length } = summary
  return card(
    text(heading(stored, say)),
    ...standfirstOf(stored, say),
    text(sentences(summary, say)),
    ...about(summary, say),
    row(
      ...lengthButtons(stored.article.id, length, say),
      ...quotesButton(summary, say),
      button(say.buttons.similar, componentId('similar', 'open', stored.article.id)),
      ...linkButton(say.buttons.article, stored.article.url),
    ),
  )
}

/** The quotes button, for whatever shows an article; none where it holds no statement. */
export function quotesButton(
  summary: Pick<Summary, 'stored' | 'statements'>,
  say: Catalogue,
): readonly APIButtonComponent[] {
  if (summary.statements === 0) return []
  return [
    button(
      say.buttons.quotes(summary.statements),
      componentId('whosaid', 'article', summary.stored.article.id),
    ),
  ]
}

/** The chosen sentences in reading order, each a link to its place in the article. */
export function sentences({ sentences: chosen }: Summary, say: Catalogue): string {
  if (chosen.length === 0) return say.lookups.noSentence
  return chosen
    .map(({ text: sentence, link: place }) => {
      const shown = clip(sentence, maxSentence)
      return place === undefined ? shown : `${shown} ${link('↗', place)}`
    })
    .join('\n\n')
}

/** Headline and byline of one article. */
export function heading({ article, correctedAt }: StoredArticle, say: Catalogue): string {
  const head = { ...article, ...(correctedAt !== undefined && { correctedAt }) }
  return `### ${linkedTitle(head, maxTitle)}\n-# ${byline(head, say)}`
}

function standfirstOf({ article }: StoredArticle, say: Catalogue): readonly ReturnType<typeof text>[] {
  if (article.standfirst === undefined) return []
  return [text(`-# ${say.lookups.standfirst}\n*${clip(article.standfirst, maxStandfirst)}*`)]
}

function about(
  { keywords, people, unquotedLanguage }: Summary,
  say: Catalogue,
): readonly ReturnType<typeof text>[] {
  const lines = [
    listed(
      say.lookups.keywords,
      keywords.slice(0, maxKeywords).map(({ term }) => term),
    ),
    listed(
      say.lookups.people,
      people.slice(0, maxPeople).map(({ name }) => name),
    ),
    unquotedLanguage === undefined ? undefined : `-# ${say.lookups.unquoted(unquotedLanguage)}`,
  ].filter((line) => line !== undefined)
  return lines.length === 0 ? [] : [text(lines.join('\n'))]
}

function listed(tell: (list: string) => string, words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : `-# ${tell(words.map((word) => clip(word, maxName)).join(', '))}`
}

const lengths: readonly SummaryLength[] = ['short', 'medium', 'long']

function lengthButtons(
  id: string,
  length: SummaryLength,
  { buttons }: Catalogue,
): readonly APIButtonComponent[] {
  const at = lengths.indexOf(length)
  const [shorter, longer] = [lengths[at - 1], lengths[at + 1]]
  return [
    ...(shorter === undefined
      ? []
      : [button(buttons.shorter, componentId('summary', 'length', id, shorter))]),
    ...(longer === undefined ? [] : [button(buttons.longer, componentId('summary', 'length', id, longer))]),
  ]
}
