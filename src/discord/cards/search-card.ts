import type { Passage } from '../../queries/passage.ts'
import type { Found, Hit } from '../../queries/search.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, headline } from './article-lines.ts'
import { button, type Card, card, divider, row, text } from './card.ts'
import { summaryMenu } from './latest-card.ts'
import { type PageView, pager } from './pager.ts'
import { clip, escapeText, link } from './text.ts'

/** Longest passage that is shown. */
const maxPassage = 300
/** Longest query that is suggested in words; the button asks it whole. */
const maxSuggestion = 200

/** Where the list stands, and the id of the button that asks another query. */
export interface SearchView extends PageView {
  readonly idOfQuery: (query: string) => string
}

/** A page of found articles, each with its matching passage, the words that were looked for in bold. */
export function searchCard(found: Found, heading: string, view: SearchView): Card {
  const { rows: hits, didYouMean } = found
  if (hits.length === 0) return card(text(`### ${heading}`), ...nothing(didYouMean, view))
  const entries = hits.map((hit) => entry(hit, view.say)).join('\n\n')
  return card(
    text(`### ${heading}`),
    text(entries),
    divider(),
    summaryMenu(
      hits.map((hit) => hit.head),
      view.say,
    ),
    ...pager(view),
  )
}

function nothing(didYouMean: string | undefined, view: SearchView): readonly ReturnType<typeof text>[] {
  const { say } = view
  if (didYouMean === undefined) return [text(say.lookups.noArticleFits)]
  return [
    text(say.lookups.didYouMean(clip(didYouMean, maxSuggestion))),
    row(button(say.buttons.searchFor(didYouMean), view.idOfQuery(didYouMean))),
  ]
}

function entry({ head, passage }: Hit, say: Catalogue): string {
  const found =
    passage === undefined
      ? []
      : [`${markedPassage(passage)}${passage.link === undefined ? '' : ` ${link('↗', passage.link)}`}`]
  return [headline(head), ...found, `-# ${byline(head, say)}`].join('\n')
}

/** The passage with its marks in bold; a long one is cut to the part around the first mark. */
function markedPassage({ text: sentence, marks }: Passage): string {
  const from = windowStart(sentence, marks[0]?.start ?? 0)
  let shown = from > 0 ? '…' : ''
  let at = from
  for (const { start, end } of marks) {
    if (start < at || shown.length + escapeText(sentence.slice(at, end)).length > maxPassage) break
    shown += `${between(sentence.slice(at, start))}**${escapeText(sentence.slice(start, end))}**`
    at = end
  }
  const left = maxPassage - shown.length
  return left > 1 ? shown + leading(sentence.slice(at)) + clip(sentence.slice(at), left) : `${shown}…`
}

/** Begins a little before the first mark, at a word. */
function windowStart(sentence: string, mark: number): number {
  if (mark < maxPassage / 2) return 0
  return sentence.indexOf(' ', mark - maxPassage / 4) + 1
}

/** White space at both ends is kept: it parts the words that are marked from the others. */
function between(part: string): string {
  return leading(part) + escapeText(part) + (part.trim() !== '' && /\s$/u.test(part) ? ' ' : '')
}

function leading(part: string): string {
  return /^\s/u.test(part) ? ' ' : ''
}
