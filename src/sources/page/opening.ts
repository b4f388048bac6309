import { monthOf } from '../month-names.ts'
import { bareWords } from './bare-words.ts'
import { endsSentence, isSentence, type PageParagraph } from './paragraph.ts'

/** What is known of the article from elsewhere, as far as pages repeat it above the text. */
export interface KnownHead {
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  readonly standfirst?: string
}

/** A head is no longer than this many paragraphs. */
const maxHead = 8

/** And text begins with a sentence of so many characters at least. */
const minProse = 90

/** Longer ones are no bylines or datelines. */
const maxHeadLine = 160

/**
 * The paragraphs without the head that stands above the text: headline, publisher, byline, date, and the standfirst where it
 * is set apart. The head ends with the first paragraph that reads like text, and where there is none, with the first that
 * is none of these.
 */
export function withoutHead(
  paragraphs: readonly PageParagraph[],
  known: KnownHead,
): readonly PageParagraph[] {
  const isHead = (paragraph: PageParagraph): boolean =>
    isHeadLine(paragraph, known) || isStandfirst(paragraph, paragraphs, known)
  const prose = paragraphs
    .slice(0, maxHead)
    .findIndex((paragraph) => isProse(paragraph) && !isHead(paragraph))
  const end = prose < 0 ? paragraphs.findIndex((paragraph) => !isHead(paragraph)) : prose
  return end < 0
    ? []
    : [...paragraphs.slice(0, end).filter((paragraph) => !isHead(paragraph)), ...paragraphs.slice(end)]
}

function isProse({ text, linked }: PageParagraph): boolean {
  return linked < 0.5 && isSentence(text, minProse)
}

function isHeadLine({ text }: PageParagraph, { title, publisher, author }: KnownHead): boolean {
  if (text.length > maxHeadLine) return same(text, title)
  if (
    same(text, title) ||
    same(text, publisher) ||
    same(text, author) ||
    same(text, author && `By ${author}`)
  )
    return true
  if (endsSentence(text) && !/\b[ap]\.m\.$/.test(text)) return false
  return (
    (/^(?:by|von|par|por|di|av|door|od|oleh|автор)\b(?:\s*:)?\s+\p{Lu}/iu.test(text) && text.length < 100) ||
    hasDate(text)
  )
}

/** A date in figures, or a year or time of day beside a day with the name of its month. */
function hasDate(text: string): boolean {
  if (/\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\d{4}年/.test(text)) return true
  if (!/\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b/.test(text)) return false
  if (/\b(?:19|20)\d\d\b.*\b\d{1,2}:\d\d\b/.test(text)) return true
  const days = text.matchAll(
    /\b\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?,? (?:de |of )?(\p{L}{3,})|(?<!\p{L})(\p{L}{3,})\.? \d{1,2}(?:st|nd|rd|th)?\b/giu,
  )
  return [...days].some(([, after, before]) => monthOf(after ?? before ?? '') !== undefined)
}

/** The publisher's abstract, where it is set otherwise than the text under it. */
function isStandfirst(
  paragraph: PageParagraph,
  all: readonly PageParagraph[],
  { standfirst }: KnownHead,
): boolean {
  if (!same(paragraph.text, standfirst)) return false
  const next = all[all.indexOf(paragraph) + 1]
  return next !== undefined && next.block !== paragraph.block
}

/** Alike but for case, punctuation and spaces. */
function same(text: string, other: string | undefined): boolean {
  return other !== undefined && bareWords(other) !== '' && bareWords(text) === bareWords(other)
}
