/**
 * The words everyone shares: what an article is, and what the analysis finds in it.
 * All of it is plain `readonly` data, so that it crosses threads, files and databases unchanged.
 */

/**
 * A stretch of an article's `text`, in UTF-16 code units: `text.slice(start, end)` gives the words back.
 * `start` is inclusive, `end` exclusive; `0 <= start < end <= text.length`.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a source could read of an article, before the archive gives it an id and a first-seen time. */
export interface Draft {
  /** Headline in plain text, one line, never empty: sources fall back to the file's name or the first sentence. */
  readonly title: string
  /** Who wrote it ("CRBC News"); empty where the article does not say. Never the feed that carried it. */
  readonly publisher: string
  /** Absolute http(s) address of the article at its publisher. */
  readonly url?: string
  readonly author?: string
  /** Epoch milliseconds, as the article gives it; absent where it gives none. */
  readonly publishedAt?: number
  /** The publisher's own abstract; never part of `text`. */
  readonly standfirst?: string
  /**
   * Plain text: paragraphs joined by "\n\n", without title, standfirst, boilerplate or "similar articles"
   * trailers. Never empty, no carriage returns, no trailing white space.
   */
  readonly text: string
  /** BCP 47 tag as the source gives it, "en" where it gives none; once analysed, the language of the text. */
  readonly language: string
}

/** An article as the archive keeps it. */
export interface Article extends Draft {
  /** Short, stable and URL-safe; 12 characters of [0-9a-v]. */
  readonly id: string
  /** Epoch milliseconds; `firstSeenAt` where the article gives none. Edits never move it. */
  readonly publishedAt: number
  /** Epoch milliseconds at which this archive met the article first. */
  readonly firstSeenAt: number
}

/** A word or term that an article is about. */
export interface Keyword {
  /** The commonest written form in the article: "corruption scandal". */
  readonly term: string
  /** Stems of the term's words joined by a space: "corrupt scandal". */
  readonly stem: string
  /** Relative importance within the article: the heaviest keyword has 1. */
  readonly weight: number
}

/** A person (or speaking organisation) named in an article. */
export interface Person {
  /** Canonical full name as the article gives it: "Marco Rubio". */
  readonly name: string
  /** Every form in which the article writes the name, the canonical one included, without duplicates. */
  readonly aliases: readonly string[]
  /** How often the article names the person. */
  readonly mentions: number
}

/**
 * `direct`: the statement stands in quotation marks. `mixed`: quoted words inside reported speech.
 * `indirect`: reported without marks, and always shown as reported, never as a quote.
 */
export type QuoteKind = 'direct' | 'mixed' | 'indirect'

/** Who made a statement. */
export interface Speaker {
  /** Canonical full name ("Marco Rubio"), or the description as it stands ("a U.S. official"). */
  readonly name: string
  /** The words of the text that name the speaker at this quote: "Rubio", "he". */
  readonly as: Span
  /** The speaker's role as the article gives it: "Kremlin spokesman". */
  readonly role?: string
}

/** One contiguous quote. The pieces of one statement share its `statement` number. */
export interface Quote {
  /** Numbered from 0 in reading order within the article. */
  readonly statement: number
  /** The quote with its marks. For `mixed`, the whole quoted words with marks; for `indirect`, the reported clause. */
  readonly span: Span
  /** The quote without its marks. Lies within `span`; equal to it for `indirect`. */
  readonly content: Span
  readonly kind: QuoteKind
  /** Absent where the text names nobody. */
  readonly speaker?: Speaker
  /** The reporting words: "said", "according to". Absent for floating quotes. */
  readonly cue?: Span
  /** How sure the attribution is, 0 to 1. */
  readonly confidence: number
  /** Index into `Analysis.sentences` of the sentence in which the quote begins. */
  readonly sentence: number
}

/** What the analysis found in one article's text. */
export interface Analysis {
  /** In reading order, not overlapping; they never cross a paragraph break. */
  readonly sentences: readonly Span[]
  /** Indexes into `sentences`, best first; sentences unfit for a summary are left out. */
  readonly ranking: readonly number[]
  /** Heaviest first. */
  readonly keywords: readonly Keyword[]
  /** Most mentioned first. Found in English texts only. */
  readonly people: readonly Person[]
  /** In reading order. Found in English texts only. */
  readonly quotes: readonly Quote[]
}

/** By what articles about the same event know each other: small, and compared without their texts. */
export interface StorySignature {
  /**
   * 64 numbers of 16 bits, a MinHash of the text's runs of words: the share of equal ones estimates how much of two texts
   * is the same wording. Empty where the text is too short to tell.
   */
  readonly wording: readonly number[]
  /** Stems that tell what it is about, with weights whose squares add up to 1; heaviest first. */
  readonly terms: readonly (readonly [stem: string, weight: number])[]
  /** What differs between two events of one kind: numbers, days and months, as stems without repetition. */
  readonly particulars: readonly string[]
  /** Hashes of 32 bits by which it is found: of pieces of the wording, and of its most telling terms. */
  readonly keys: readonly number[]
}

/**
 * Below this confidence a speaker is shown as "perhaps X" and triggers nothing. At one half, an attribution is more
 * likely right than wrong; tests/eval/RESULTS.md shows how often each confidence holds.
 */
export const sureSpeakerConfidence = 0.5
