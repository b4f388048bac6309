import type { Article, Span } from '../article.ts'
import { fold } from './fold.ts'

/** What of an article stands on its page, in this order. */
export type PageText = Pick<Article, 'url' | 'title' | 'standfirst' | 'text'>

/**
 * A passage of at most so many words is named whole, a longer one by so many of its first and last words: captions and
 * boxes, which are no part of the text that is known here, often begin like a sentence of it.
 */
const wordsInFull = 12
const wordsAtStart = 7
const wordsAtEnd = 4
/** Words by which an end is lengthened at most until no other place on the page begins or ends like it. */
const maxWords = 12
/** Words of the text around that are added where the passage itself stands in several places. */
const maxAround = 5
/** Characters of text in which the words of one end are looked for. */
const reach = 400
/** Longest directive, escaped: with more, cards lose other links for want of room. */
const maxDirective = 240
/** Where letters take six characters each, escaped, the first words must do. */
const fewWords = [5, 3, 1]

/**
 * The address of an article's page that opens at a passage: browsers scroll to it and mark it (WICG, "URL Fragment Text
 * Directives"). The directive is made of words of one paragraph each, as short as can be while no other place of the
 * article answers to it. Without an address: undefined; where no directive can be made, the address alone.
 */
export function deepLinks(page: PageText): (span: Span) => string | undefined {
  const { url } = page
  if (url === undefined) return () => undefined
  const places = placesOf(page)
  return (span) => {
    const directive = textDirective(page.text, span, places)
    return directive === undefined ? url : `${url}${url.includes('#') ? '' : '#'}:~:${directive}`
  }
}

/** How many places of a page hold a stretch of its text, whatever its case, marks and white space. */
type Places = (words: string) => number

function placesOf({ title, standfirst, text }: PageText): Places {
  const whole = alike([title, standfirst ?? '', text].join('\n\n'))
  return (words) => {
    const wanted = alike(words)
    let count = 0
    for (let at = whole.indexOf(wanted); at >= 0 && count < 2; at = whole.indexOf(wanted, at + 1)) {
      if (isWhole(whole, at, at + wanted.length)) count += 1
    }
    return count
  }
}

/** As browsers compare: without case, accents, soft hyphens and the shape of quotation marks. */
function alike(text: string): string {
  return fold(
    text
      .replace(/\u00AD/g, '')
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’‚]/g, "'"),
  )
}

/** Whether no word goes on at either side. */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, start - 1), start + 1)) &&
    !/[\p{L}\p{N}]{2}/u.test(text.slice(end - 1, end + 1))
  )
}

function textDirective(text: string, span: Span, places: Places): string | undefined {
  const words = wordsOf(text, { start: span.start, end: Math.min(span.end, span.start + reach) })
  const first = words[0]
  const tail = wordsOf(text, { start: Math.max(span.start, span.end - reach), end: span.end })
  const last = tail.at(-1)
  if (first === undefined || last === undefined) return undefined
  const whole = { start: first.start, end: last.end }
  const isShort = words.length <= wordsInFull && words.at(-1)?.end === last.end && !crosses(text, whole)
  const chosen = isShort ? around(text, whole, places) : between(text, { words, tail }, places)
  const beginnings = fewWords
    .map((count) => ({ start: first.start, end: words[count - 1]?.end ?? whole.end }))
    .filter((beginning) => !crosses(text, beginning))
    .map((beginning) => naming(text, beginning, beginning))
  return [...chosen, ...beginnings].find((directive) => directive.length <= maxDirective)
}

/** The passage itself, and where it stands in several places, as much of the text around as tells it from the others. */
function around(text: string, whole: Span, places: Places): readonly string[] {
  const alone = naming(text, whole, whole)
  if (places(text.slice(whole.start, whole.end)) <= 1) return [alone]
  const starts = wordsOf(text, { start: Math.max(0, whole.start - reach), end: whole.start })
    .map(({ start }) => start)
    .filter((start) => !crosses(text, { start, end: whole.start }))
    .slice(-maxAround)
    .reverse()
  const ends = wordsOf(text, { start: whole.end, end: whole.end + reach })
    .map(({ end }) => end)
    .filter((end) => !crosses(text, { start: whole.end, end }))
    .slice(0, maxAround)
  const wider = [
    ...starts.map((start) => ({ start, end: whole.end })),
    ...ends.map((end) => ({ start: whole.start, end })),
    ...ends.map((end) => ({ start: starts.at(-1) ?? whole.start, end })),
  ]
  const telling = wider.find(({ start, end }) => places(text.slice(start, end)) <= 1)
  return telling === undefined ? [alone] : [naming(text, whole, telling), alone]
}

/** Names a passage, with what stands before and after it in a wider stretch. */
function naming(text: string, { start, end }: Span, wider: Span): string {
  const before = part(text.slice(wider.start, start).trimEnd())
  const after = part(text.slice(end, wider.end).trimStart())
  const passage = part(text.slice(start, end))
  return `text=${before && `${before}-,`}${passage}${after && `,-${after}`}`
}

/** The passage's first and last words, each as many as tell them from other places. */
function between(
  text: string,
  { words, tail }: { readonly words: readonly Span[]; readonly tail: readonly Span[] },
  places: Places,
): readonly string[] {
  const start = beginning(text, words, places)
  const end = ending(text, tail, places)
  const head = around(text, start, places)[0] ?? ''
  return end === undefined || end.start < start.end
    ? [head]
    : [`${head.replace(/,-[^,]*$/, '')},${part(text.slice(end.start, end.end))}`, head]
}

function beginning(text: string, words: readonly Span[], places: Places): Span {
  const from = words[0]?.start ?? 0
  const ends = words
    .slice(0, maxWords)
    .map(({ end }) => end)
    .filter((end) => !crosses(text, { start: from, end }))
  const enough = ends.slice(wordsAtStart - 1).find((end) => places(text.slice(from, end)) <= 1)
  return { start: from, end: enough ?? ends.at(-1) ?? words[0]?.end ?? from }
}

/** Undefined where the last words stand in other places too: a browser would take the first of them. */
function ending(text: string, tail: readonly Span[], places: Places): Span | undefined {
  const to = tail.at(-1)?.end ?? 0
  const start = tail
    .slice(-maxWords)
    .map((word) => word.start)
    .filter((from) => !crosses(text, { start: from, end: to }))
    .reverse()
    .slice(wordsAtEnd - 1)
    .find((from) => places(text.slice(from, to)) <= 1)
  return start === undefined ? undefined : { start, end: to }
}

/** Whether there is a paragraph's end in it: what is named in one piece must stand in one block of the page. */
function crosses(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('\n')
}

/** Made with the first link: making it takes 10 ms, which a start need not wait for. */
let segmenter: Intl.Segmenter | undefined

/** The words of a stretch of text as browsers know them. */
function wordsOf(text: string, { start, end }: Span): readonly Span[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return segmenter
    .segment(text.slice(start, end))
    [Symbol.iterator]()
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
    .toArray()
}

/** What has a meaning in directives, in addresses or in Discord's mark-up is escaped. */
function part(words: string): string {
  return encodeURIComponent(words.replace(/\s+/g, ' ').toWellFormed()).replace(
    /[-!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
