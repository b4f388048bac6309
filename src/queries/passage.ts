import { inverseFrequency } from '../analysis/document-frequencies.ts'
import { tongueOf } from '../analysis/tongues/tongue.ts'
import { findWords, type Word } from '../analysis/words.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import { deepLinks } from '../archive/deep-link.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Expression, Phrase } from '../archive/expression.ts'
import type { Span } from '../article.ts'

/** The sentence of an article that answers a search best. */
export interface Passage {
  /** Verbatim. */
  readonly text: string
  /** The words that were looked for, as spans into `text`, in order. */
  readonly marks: readonly Span[]
  /** Opens the article's page at this passage; absent where the article has no address. */
  readonly link?: string
}

/** What a word counts that stands in every article: nearly nothing, yet more than none. */
const leastWeight = 0.1
/** What two words add that follow each other in the passage as in the query, as a share of the lighter one. */
const neighbourShare = 0.5

/**
 * The sentence that holds most of what was asked for, rare words counting for more and neighbours that are neighbours
 * there too for more still; the earliest of equals. Phrases are marked whole and where they stand whole alone.
 * Undefined if no sentence holds any of it.
 */
export function bestPassage({ article, analysis }: StoredArticle, about: Expression): Passage | undefined {
  let best: (Found & { readonly span: Span; readonly text: string }) | undefined
  const tongue = tongueOf(article.language)
  for (const span of analysis.sentences) {
    const text = article.text.slice(span.start, span.end)
    const found = findIn(findWords(text, tongue), about)
    if (found.weight > (best?.weight ?? 0)) best = { ...found, span, text }
  }
  if (best === undefined) return undefined
  const { text, marks, span } = best
  return dropAbsent({ text, marks, link: deepLinks(article)(span) })
}

interface Found {
  readonly weight: number
  readonly marks: readonly Span[]
}

function findIn(words: readonly Word[], { all }: Expression): Found {
  const marks: Span[] = []
  let weight = 0
  let before: readonly number[] = []
  let weightBefore = 0
  for (const group of all) {
    const places = group.map((phrase) => ({ phrase, at: occurrences(words, phrase) }))
    for (const { phrase, at } of places) marks.push(...at.map((place) => spanOf(words, place, phrase.length)))
    const own = Math.max(0, ...places.map(({ phrase, at }) => (at.length > 0 ? weightOf(phrase) : 0)))
    const begins = places.flatMap(({ at }) => at)
    const isNext = begins.some((place) => before.includes(place))
    weight += own + (isNext ? neighbourShare * Math.min(own, weightBefore) : 0)
    before = places.flatMap(({ phrase, at }) => at.map((place) => place + phrase.length))
    weightBefore = own
  }
  return { weight, marks: merged(marks) }
}

/** Indexes of the words at which a phrase begins. */
function occurrences(words: readonly Word[], phrase: Phrase): readonly number[] {
  return words.flatMap((_, at) =>
    phrase.every((stem, offset) => words[at + offset]?.stem === stem) ? [at] : [],
  )
}

function weightOf(phrase: Phrase): number {
  return phrase.reduce((sum, stem) => sum + leastWeight + inverseFrequency(stem), 0)
}

function spanOf(words: readonly Word[], at: number, length: number): Span {
  return { start: words[at]?.start ?? 0, end: words[at + length - 1]?.end ?? 0 }
}

/** In order, those that overlap as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}
