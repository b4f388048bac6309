import { troubles } from '../../troubles.ts'
import { oneLine } from '../plain-text.ts'
import { isFrontPage } from './address.ts'
import type { PageDocument } from './document.ts'
import { endsSentence, isSentence, type PageParagraph, proseOf } from './paragraph.ts'
import { pageParagraphs } from './paragraphs.ts'
import {
  aboutConsent,
  consentTitle,
  errorTitle,
  loginTitle,
  needsScripts,
  paywall,
  robotTitle,
} from './refusal-words.ts'

/** What tells whether a page is an article. Gathered before the page is taken apart. */
export interface PageSigns {
  /** The document's title and its first headline, each one line. */
  readonly headings: readonly string[]
  /** All that the page shows. */
  readonly paragraphs: readonly PageParagraph[]
  readonly asksPassword: boolean
  /** Whether it holds the marks of a check against robots. */
  readonly isChallenge: boolean
  /** Whether it asks for scripts where it shows nothing without them. */
  readonly asksScripts: boolean
}

/** What its metadata says. */
export interface PageClaims {
  /** Where the page was found. */
  readonly url: string | undefined
  /** Whether the metadata calls it an article. */
  readonly isArticle: boolean
  /** Whether it says that it is not free to read. */
  readonly isLocked: boolean
}

/** Marks of the checks against robots in wide use. */
const challenge =
  '#challenge-form, #challenge-running, #challenge-error-text, #cf-wrapper, #px-captcha, #sec-if-cpt-container, ' +
  'script[src*="challenge-platform"], iframe[src*="captcha-delivery"], iframe[src*="_Incapsula_Resource"], ' +
  'script[src*="_Incapsula_Resource"]'

const maxHeadings = 2

/** Reads the signs of a page. */
export function pageSigns(page: PageDocument): PageSigns {
  const headings = [...page.querySelectorAll('title, h1')].slice(0, maxHeadings)
  const unscripted = [...page.querySelectorAll('noscript')].map(({ textContent }) => textContent).join(' ')
  const paragraphs = page.body === null ? [] : pageParagraphs(page.body)
  return {
    headings: headings.map(({ textContent }) => oneLine(textContent)).filter((text) => text !== ''),
    paragraphs,
    asksPassword: page.querySelector('input[type="password"]') !== null,
    isChallenge: page.querySelector(challenge) !== null,
    asksScripts: [unscripted.slice(0, maxLooked), ...paragraphs.map(({ text }) => text)].some((text) =>
      needsScripts.test(text.slice(0, maxLooked)),
    ),
  }
}

/** Characters of a paragraph that are looked at: what refuses an article is said in a sentence. */
const maxLooked = 400

/** Characters of prose: what has more is no notice, whatever it is called; what calls itself an article needs less. */
const maxNotice = 600
const maxMarkedNotice = 200

/** And what has more than this is no mere beginning of an article, or no wall of consent. */
const maxStub = 800
const maxConsent = 10_000

/** What was read of a page. */
export interface FoundText {
  /** Its main text, with all that stands in it. */
  readonly main: readonly PageParagraph[]
  /** What is left of that as the article. */
  readonly found: readonly PageParagraph[]
}

/** Why a page is no article, as the end of a sentence; undefined if it may be one. */
export function refusalOf(signs: PageSigns, text: FoundText, claims: PageClaims): string | undefined {
  const { found } = text
  return (
    noticeOf(signs, found, claims) ??
    (isPaywalled(signs, found, claims) ? troubles.subscription : undefined) ??
    (isIndex(signs, text, claims) ? troubles.listOfArticles : undefined) ??
    (found.length === 0 ? emptyReason(signs) : undefined)
  )
}

/** What stands there in place of a page, by its title and the little that it says. */
function noticeOf(
  { headings, isChallenge, asksPassword }: PageSigns,
  found: readonly PageParagraph[],
  { isArticle }: PageClaims,
): string | undefined {
  const titled = (words: RegExp): string | undefined => headings.find((heading) => words.test(heading))
  if (titled(consentTitle) !== undefined && isAboutConsent(found)) return troubles.consent
  if (proseOf(found) >= (isArticle ? maxMarkedNotice : maxNotice)) return undefined
  if (isChallenge || titled(robotTitle) !== undefined) return troubles.robotCheck
  if (asksPassword && titled(loginTitle) !== undefined) return troubles.login
  const error = titled(errorTitle)
  return error === undefined ? undefined : `${troubles.errorPage} (“${error.slice(0, maxQuoted)}”)`
}

const maxQuoted = 80

function isAboutConsent(found: readonly PageParagraph[]): boolean {
  const about = found.filter(({ text }) => aboutConsent.test(text.slice(0, maxLooked)))
  return proseOf(found) < maxConsent && about.length * 2 >= found.length
}

/** Paragraphs under the text in which an offer to subscribe belongs to it: further down, and above, sites say so on all pages. */
const offerWithin = 8

function isPaywalled(
  { paragraphs }: PageSigns,
  found: readonly PageParagraph[],
  { isLocked }: PageClaims,
): boolean {
  if (proseOf(found) >= maxStub) return false
  const texts = new Set(found.filter(({ text }) => isSentence(text)).map(({ text }) => text))
  const [first, last] = [
    paragraphs.findIndex(({ text }) => texts.has(text)),
    paragraphs.findLastIndex(({ text }) => texts.has(text)),
  ]
  const near = paragraphs.slice(Math.max(first, 0), last + 1 + offerWithin)
  return isLocked || near.some(({ text }) => paywall.test(text.slice(0, maxLooked)))
}

function emptyReason({ asksScripts }: PageSigns): string {
  return asksScripts ? troubles.scripts : troubles.noText
}

/** Headlines that a list of articles has at least, and characters of prose that an article has for each link to others. */
const minHeadlines = 4
const minProsePerHeadline = 250
const minHeadline = 20

/** Less prose than this under many headlines is a line about the site. */
const maxMotto = 200

/** A front page, headlines alone, or headlines with a line or two about each. Articles have theirs beside the text, not in it. */
function isIndex(
  { paragraphs }: PageSigns,
  { main, found }: FoundText,
  { url, isArticle }: PageClaims,
): boolean {
  const prose = proseOf(found)
  const [all, within] = [headlinesIn(paragraphs), headlinesIn(main)]
  if (all < minHeadlines) return false
  if (url !== undefined && isFrontPage(url)) return prose < all * minProsePerHeadline
  if (isArticle) return false
  return prose < maxMotto || (within >= minHeadlines && prose < within * minProsePerHeadline)
}

function headlinesIn(paragraphs: readonly PageParagraph[]): number {
  return paragraphs.filter(
    ({ text, linked }) =>
      linked > 0.9 &&
      text.length >= minHeadline &&
      !endsSentence(text) &&
      !/^(?:learn|read|find out|see) more\b/i.test(text),
  ).length
}
