import type { ExaminedArticle, ExaminedQuote, Stretch } from '../site/news-desk.ts'
import { h } from './dom.ts'

/** A text in which a quote with its speaker and cue can be lit up. */
export interface HighlightedText {
  readonly element: HTMLElement
  /** Lights up one quote and nothing else, and scrolls to it; undefined: none. */
  readonly light: (quote: number | undefined) => void
}

/** The text with its quotes marked by kind, and the sentences of the summary. */
export function highlightedText(article: ExaminedArticle): HighlightedText {
  const { text, quotes, sentences, summary } = article
  const chosen = summary.flatMap((index) => sentences[index] ?? [])
  const edges = [...quotes.flatMap(stretchesOf), ...chosen].flatMap(({ start, end }) => [start, end])
  const breaks = [...text.matchAll(/\n\n/g)].flatMap(({ index }) => [index, index + 2])
  const cuts = [...new Set([0, ...edges, ...breaks, text.length])].toSorted((a, b) => a - b)
  const paragraphs: HTMLElement[] = [h('p', { dir: 'auto' })]
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? start
    const words = text.slice(start, end)
    if (words === '\n\n') paragraphs.push(h('p', { dir: 'auto' }))
    else if (words !== '') paragraphs.at(-1)?.append(pieceOf(words, { start, end }, { quotes, chosen }))
  }
  const element = h(
    'div',
    { class: 'article-text', tabindex: '0', role: 'region', 'aria-label': 'Text of the article' },
    ...paragraphs,
  )
  return { element, light: (quote) => light(element, quote) }
}

function stretchesOf({ start, end, as, cue }: ExaminedQuote): readonly Stretch[] {
  return [{ start, end }, as, cue].filter((stretch) => stretch !== undefined)
}

function pieceOf(
  words: string,
  piece: Stretch,
  found: { readonly quotes: readonly ExaminedQuote[]; readonly chosen: readonly Stretch[] },
): Node {
  const within = (stretch: Stretch | undefined): boolean =>
    stretch !== undefined && stretch.start <= piece.start && piece.end <= stretch.end
  const quote = found.quotes.findIndex(within)
  const speakers = indexes(found.quotes, ({ as }) => within(as))
  const cues = indexes(found.quotes, ({ cue }) => within(cue))
  const isChosen = found.chosen.some(within)
  if (quote < 0 && speakers === '' && cues === '' && !isChosen) return document.createTextNode(words)
  const kind = found.quotes[quote]?.kind
  return h(
    kind === undefined ? 'span' : 'mark',
    {
      class: [kind, isChosen && 'in-summary'].filter((one) => typeof one === 'string').join(' '),
      'data-quote': quote < 0 ? undefined : quote,
      'data-speaks': speakers || undefined,
      'data-cue': cues || undefined,
    },
    words,
  )
}

/** Numbers of the quotes that fit, each between spaces. */
function indexes(quotes: readonly ExaminedQuote[], fits: (quote: ExaminedQuote) => boolean): string {
  return quotes.flatMap((quote, index) => (fits(quote) ? [index] : [])).join(' ')
}

function light(element: HTMLElement, quote: number | undefined): void {
  for (const piece of element.querySelectorAll<HTMLElement>('[data-quote], [data-speaks], [data-cue]')) {
    const names = (list: string | undefined): boolean => list?.split(' ').includes(String(quote)) ?? false
    piece.classList.toggle('lit', piece.dataset.quote === String(quote))
    piece.classList.toggle('lit-speaker', names(piece.dataset.speaks))
    piece.classList.toggle('lit-cue', names(piece.dataset.cue))
  }
  const lit = element.querySelector<HTMLElement>('.lit')
  if (lit !== null) element.scrollTop = lit.offsetTop - element.offsetTop - element.clientHeight / 3
}
