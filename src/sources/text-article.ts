import { joinParagraphs, oneLine, titleOf } from './plain-text.ts'
import { textParagraphs } from './text-paragraphs.ts'

/** What a plain text file says about itself. */
export interface TextArticle {
  readonly title: string
  /** Empty where the file has no publisher line. */
  readonly publisher: string
  readonly author?: string
  readonly standfirst?: string
  /** Empty when the file has no body. */
  readonly text: string
}

/** Publisher lines are names ("The Harrow Quay Courier"), not sentences. */
const maxPublisherLength = 60
const maxPublisherWords = 8

/** Without the repeated headline to prove it, a first line counts as a publisher only when it is this short. */
const maxUnprovenPublisherWords = 5

/** The longest headlines of news agencies have about 200 characters; anything far longer is a paragraph. */
const maxHeadlineLength = 250

/** More paragraphs than this between a headline and its repetition are an article, not a standfirst. */
const maxStandfirstParagraphs = 4

/** Lines that begin a list of other articles at the end. Exact lines only: a sentence is never taken for one. */
const trailers: ReadonlySet<string> = new Set(['similar articles', 'related articles'])

/** How the paragraphs of a file are shared out; every paragraph is in exactly one part. */
interface Parts {
  readonly publisher?: string | undefined
  readonly title?: string | undefined
  readonly standfirst: readonly string[]
  readonly body: readonly string[]
}

/**
 * Reads the plain text form: publisher line, headline, standfirst, the headline again, body, and a trailing
 * "Similar Articles" list, which is dropped. Each part may be missing. The repeated headline proves what
 * stands before it; without it, only a short first line is a publisher, only a line that ends no sentence
 * is a headline, and all the rest is body.
 */
export function readTextArticle(file: string): TextArticle {
  const paragraphs = beforeTrailer(textParagraphs(file).map(oneLine))
  const parts = byRepeatedHeadline(paragraphs) ?? byShape(paragraphs)
  const { author, body } = withoutByline(parts.body)
  const standfirst = parts.standfirst.join(' ')
  // A file that ends after the repeated headline has no other words to show than its standfirst.
  const bodyless = body.length === 0
  const text = joinParagraphs(bodyless ? parts.standfirst : body)
  return {
    title: parts.title ?? titleOf(text),
    publisher: parts.publisher ?? '',
    ...(author === undefined ? {} : { author }),
    ...(standfirst === '' || bodyless ? {} : { standfirst }),
    text,
  }
}

function beforeTrailer(paragraphs: readonly string[]): readonly string[] {
  const trailer = paragraphs.findIndex(
    (paragraph, index) => index > 0 && trailers.has(paragraph.toLowerCase().replace(/:$/, '')),
  )
  return trailer < 0 ? paragraphs : paragraphs.slice(0, trailer)
}

function byRepeatedHeadline(paragraphs: readonly string[]): Parts | undefined {
  const headlineAt = [0, 1].find((index) => repetitionOf(paragraphs, index) !== undefined)
  if (headlineAt === undefined) return undefined
  const publisher = headlineAt === 1 ? paragraphs[0] : undefined
  if (publisher !== undefined && !isPublisher(publisher, maxPublisherWords)) return undefined
  const repeatedAt = repetitionOf(paragraphs, headlineAt) ?? headlineAt
  const title = paragraphs[headlineAt] ?? ''
  const rest = paragraphs.slice(repeatedAt + 1)
  const bodyAt = rest.findIndex((paragraph) => !sameLine(paragraph, title))
  return {
    publisher,
    title,
    standfirst: paragraphs.slice(headlineAt + 1, repeatedAt),
    body: bodyAt < 0 ? [] : rest.slice(bodyAt),
  }
}

/**
 * Where the headline at `index` stands again, if it does so within the reach of a standfirst. A sentence that stands
 * twice is no headline: what lies between would be lost.
 */
function repetitionOf(paragraphs: readonly string[], index: number): number | undefined {
  const headline = paragraphs[index]
  if (headline === undefined || !isHeadline(headline)) return undefined
  const reach = paragraphs.slice(index + 1, index + 2 + maxStandfirstParagraphs)
  const found = reach.findIndex((paragraph) => sameLine(paragraph, headline))
  return found < 0 ? undefined : index + 1 + found
}

function byShape(paragraphs: readonly string[]): Parts {
  const [first, second] = paragraphs
  const hasPublisher =
    paragraphs.length >= 3 &&
    first !== undefined &&
    second !== undefined &&
    isPublisher(first, maxUnprovenPublisherWords) &&
    isHeadline(second)
  const from = hasPublisher ? 1 : 0
  const title = paragraphs[from]
  const titled = title !== undefined && paragraphs.length > from + 1 && isHeadline(title)
  return {
    publisher: hasPublisher ? first : undefined,
    title: titled ? title : undefined,
    standfirst: [],
    body: paragraphs.slice(titled ? from + 1 : from),
  }
}

function isPublisher(line: string, maxWords: number): boolean {
  return (
    line.length <= maxPublisherLength &&
    line.split(' ').length <= maxWords &&
    !isByline(line) &&
    !/[!?…:;,"”]$/.test(line) &&
    !endsSentence(line)
  )
}

function isHeadline(line: string): boolean {
  return line.length <= maxHeadlineLength && !isByline(line) && !/[…:;,]$/.test(line) && !endsSentence(line)
}

/** A full stop ends a sentence, unless it belongs to "U.S." or to a company's "Inc.". */
function endsSentence(line: string): boolean {
  return /[.]["”’']?$/.test(line) && !/(?:\b\p{L}\.|\b(?:Inc|Ltd|Co|Corp|Bros|St))\.?$/u.test(line)
}

/** A line "By Anna Smith" at the head of the body is the author. */
function withoutByline(body: readonly string[]): { author?: string; body: readonly string[] } {
  const [first, ...rest] = body
  if (first === undefined || rest.length === 0 || !isByline(first)) return { body }
  return { author: first.replace(/^by\s+/i, ''), body: rest }
}

function isByline(line: string): boolean {
  return /^[Bb]y \p{Lu}[^.!?"“”]{1,60}$/u.test(line) && line.split(' ').length <= 8
}

function sameLine(one: string, other: string): boolean {
  return comparable(one) === comparable(other)
}

function comparable(line: string): string {
  return line.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\.$/, '')
}
