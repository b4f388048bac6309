import { bareWords } from './bare-words.ts'

/** What parts a headline from the name of its site. */
const mark = '(?:[|–—:•·»«-]|::)'
const parts = new RegExp(`(?<!\\s)\\s+${mark}\\s+`, 'u')
const markAtStart = new RegExp(`^\\s*${mark}\\s+`, 'u')
const markAtEnd = new RegExp(`(?<!\\s)\\s+${mark}\\s*$`, 'u')

/**
 * A headline without the name of the site before or behind it.
 * @param sites what the site is called: its names and its host
 * @example withoutSite('Ferry returns | The Courier', ['The Courier'])  // => 'Ferry returns'
 */
export function withoutSite(title: string, sites: readonly (string | undefined)[]): string {
  const names = sites.map((site) => bareWords(site ?? ''))
  const isSite = (part: string): boolean => {
    const words = bareWords(part)
    return words.length > 2 && names.some((name) => name.startsWith(words))
  }
  const pieces = title.split(parts)
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  if (pieces.length === 1) return title
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(markAtEnd, '')
  return isSite(first) ? title.slice(first.length).replace(markAtStart, '') : title
}

/** What a page gives for a headline. */
export interface Headlines {
  /** By its metadata, the surest first. */
  readonly given: readonly string[]
  /** Its headings of the first level. */
  readonly headings: readonly string[]
  /** The document's title, with the name of its site. */
  readonly title: string | undefined
}

/** A heading that is less of the document's title than this is a word of it by chance. */
const minRepeatedShare = 0.3
/** Less of a headline that ends in an ellipsis may begin another by chance. */
const minCutTitle = 20

/**
 * The headline of a page: the first given one that its headings or its title repeat (whole, if that is cut short and another is
 * not), else the heading that its title repeats, else what there is.
 */
export function headlineOf({ given, headings, title = '' }: Headlines): string | undefined {
  const shown = [title, ...headings].map(bareWords)
  const repeated = headings.find((heading) => isPart(bareWords(heading), shown[0] ?? ''))
  const best =
    given.find((text) => shown.some((other) => other.includes(bareWords(text)))) ?? given[0] ?? repeated
  if (best === undefined) return title || headings[0]
  const whole = given.find((other) => isWholeOf(best, other)) ?? best
  // "Opinion | A headline" over the heading "A headline".
  return headings.find((heading) => whole.split(parts).includes(heading)) ?? whole
}

function isPart(words: string, title: string): boolean {
  return words !== '' && title.includes(words) && words.length >= title.length * minRepeatedShare
}

function isWholeOf(cut: string, other: string): boolean {
  const start = /^(.*)(?:…|\.\.\.)$/.exec(cut)?.[1]?.trimEnd() ?? ''
  return start.length >= minCutTitle && other.startsWith(start)
}

/** The name of the site, as it stands behind the headline in a document's title. One word alone may be a section's name. */
export function siteInTitle(title: string | undefined, headline: string | undefined): string | undefined {
  const pieces = title?.split(parts) ?? []
  const [start, end = ''] = [pieces.slice(0, -1).join(' '), pieces.at(-1)]
  const isSite = headline !== undefined && end.includes(' ') && bareWords(start) === bareWords(headline)
  return isSite ? end : undefined
}
