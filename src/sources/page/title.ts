import { bareWords } from './bare-words.ts'

/** What parts a headline from the name of its site, with spaces around it. */
const parts = /\s+(?:[|–—\-:•·»«]|::)\s+/u

/**
 * A headline without the name of the site before or behind it.
 * @param sites what the site is called: its names and its host
 * @example withoutSite('Ferry returns | The Courier', ['The Courier'])  // => 'Ferry returns'
 */
export function withoutSite(title: string, sites: readonly (string | undefined)[]): string {
  const names = sites.map((site) => bareWords(site ?? '')).filter((name) => name !== '')
  const isSite = (part: string): boolean => {
    const words = bareWords(part)
    return words.length > 2 && names.some((name) => name === words || name.startsWith(words))
  }
  const pieces = title.split(parts)
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  if (pieces.length > 1 && isSite(last)) return withoutEnd(title, last)
  if (pieces.length > 1 && isSite(first))
    return title.slice(first.length).replace(/^\s*(?:[|–—\-:•·»«]|::)\s+/u, '')
  return title
}

function withoutEnd(title: string, end: string): string {
  return title.slice(0, title.lastIndexOf(end)).replace(/\s+(?:[|–—\-:•·»«]|::)\s*$/u, '')
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
  const start = /^(.{20,}?)\s*(?:…|\.\.\.)$/.exec(cut)?.[1]
  return start !== undefined && other.startsWith(start)
}

/** The name of the site, as it stands behind the headline in a document's title. */
export function siteInTitle(title: string | undefined, headline: string | undefined): string | undefined {
  const pieces = title?.split(parts) ?? []
  const [start, end] = [pieces.slice(0, -1).join(' '), pieces.at(-1)]
  return headline !== undefined && pieces.length > 1 && bareWords(start) === bareWords(headline)
    ? end
    : undefined
}
