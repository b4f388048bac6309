import { monthOf } from '../month-names.ts'
import { oneLine } from '../plain-text.ts'
import { bareWords } from './bare-words.ts'
import { isElement, type PageDocument, type PageElement } from './document.ts'

/** Longer ones are no names but lists, titles or texts. */
const maxNames = 80

/** What stands before a name in a byline. */
const byWords =
  /^(?:(?:(?:written|posted|published|reported|words|text|story) )?by|von|par|por|di|da|door|av|af|od|oleh|autor(?:a|in)?|auteur|автор)(?:\s*:\s*|\s+)/i

/** Names of nobody, as systems put them. */
const nobody =
  /^(?:by|admin(?:istrator)?|editor(?:s|ial(?: team| staff| board)?)?|staff(?: writers?| reporters?)?|web ?master|web ?desk|guest|user|author|anonymous|unknown|none|null|undefined|n\/a|redaktion|redacción|redação|redazione|la rédaction)$/i

/** Where pages show their byline, the surest first. */
const bylines = [
  '[itemprop~="author"] [itemprop="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="author-name"], [class*="author__name"], [class*="authorName"], [class*="byline-name"]',
  '[class*="byline"], [class*="Byline"]',
]

/**
 * The names of the authors as a page gives them: the first of `written` that makes sense, else what its byline shows.
 * Addresses, handles, "admin" and the publisher's own name are nobody's; "By" goes.
 */
export function authorOf(
  page: PageDocument,
  written: readonly (string | undefined)[],
  publisher: string | undefined,
): string | undefined {
  const makesSense = (name: string): boolean =>
    isName(name) && (publisher === undefined || bareWords(name) !== bareWords(publisher))
  return written.map(nameOnly).find(makesSense) ?? shownAuthor(page, makesSense)
}

function shownAuthor(page: PageDocument, makesSense: (name: string) => boolean): string | undefined {
  for (const selector of bylines) {
    const elements = [...page.querySelectorAll(selector)].filter((element) => !isElsewhere(element))
    const names = elements
      .slice(0, maxShown)
      .map((element) => shownName(element.textContent))
      .filter(makesSense)
    if (names.length > 0) return [...new Set(names)].join(', ').slice(0, maxNames)
  }
  return undefined
}

/** Articles have few authors: more elements are a list of other articles with theirs. */
const maxShown = 3

/** A byline of what stands beside the article is none of the article's. */
function isElsewhere(element: PageElement): boolean {
  for (let at = element.parentNode; at !== null; at = at.parentNode) {
    if (!isElement(at)) continue
    const isBeside = /^(?:aside|nav|footer|li)$/.test(at.localName)
    if (isBeside || /comment|related/i.test(at.getAttribute('class') ?? '')) return true
  }
  return false
}

/** Without what stands behind the names in a byline: handles, dates, places, roles. */
function shownName(text: string): string {
  const undated = nameOnly(text).replace(/,? (\p{L}{3,})\.? ?\d.*$/su, (end, word: string) =>
    monthOf(word) === undefined ? end : '',
  )
  const [name = ''] = undated.split(
    / ?(?:[|•·@\d]| [-–—] |\b(?:on|published|updated|posted|edited by|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b).*/is,
  )
  return name.replace(/[,;:]\s*$/, '')
}

/** One line, without "By". */
function nameOnly(name: string | undefined): string {
  return oneLine(oneLine(name ?? '').replace(byWords, ''))
}

function isName(name: string): boolean {
  if (name === '' || name.length > maxNames || nobody.test(name)) return false
  return !/^(?:https?:|www\.|@)|\S@\S|\.(?:com|org|net)\b\/?/i.test(name) && /\p{L}{2}/u.test(name)
}
