import type { ExaminedArticle, ExaminedQuote } from '../site/news-desk.ts'
import { h } from './dom.ts'

const longestQuote = 140
const mostCandidates = 4
/** Least chance that is shown. */
const leastChance = 0.005
const percent = 100
const kinds = { direct: 'quoted', mixed: 'partly quoted', indirect: 'reported' } as const

/** The quotes of an article; opening one tells why its speaker won and lights both up in the text. */
export function quoteList(
  { text, quotes }: ExaminedArticle,
  light: (quote: number | undefined) => void,
): HTMLElement {
  const rows = quotes.map((quote, index) => {
    const row = h(
      'details',
      { class: 'quote', name: 'quotes' },
      h(
        'summary',
        {},
        h(
          'span',
          { class: `quote-words ${quote.kind}`, dir: 'auto' },
          shortened(text.slice(quote.start, quote.end)),
        ),
        h('span', { class: 'subtext' }, `${speakerOf(quote)} · ${kinds[quote.kind]}`),
      ),
      ...why(quote),
    )
    row.addEventListener('toggle', () => {
      if (row.open) light(index)
      else if (rows.every(({ open }) => !open)) light(undefined)
    })
    return row
  })
  return h('div', { class: 'quotes' }, ...rows)
}

function speakerOf({ speaker, unsure }: ExaminedQuote): string {
  if (speaker === undefined) return 'speaker not named'
  return unsure ? `perhaps ${speaker}` : speaker
}

function shortened(words: string): string {
  return words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words
}

function why({ candidates, reasons }: ExaminedQuote): readonly HTMLElement[] {
  const likely = candidates.filter(({ chance }) => chance >= leastChance).slice(0, mostCandidates)
  return [
    h('ul', { class: 'reasons' }, ...reasons.map((reason) => h('li', { dir: 'auto' }, reason))),
    h('ul', { class: 'candidates', 'aria-label': 'Who may have said it' }, ...likely.map(candidate)),
  ]
}

function candidate({ name, chance }: ExaminedQuote['candidates'][number]): HTMLElement {
  const share = Math.round(chance * percent)
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' })
  bar.style.setProperty('--share', `${share}%`)
  return h(
    'li',
    {},
    h('span', { dir: 'auto' }, name || 'nobody that the text names'),
    h('span', {}, `${share} %`),
    bar,
  )
}
