import type { Span } from '../article.ts'
import { findSentences } from './sentences.ts'
import { countTerms, placesOf, type TermTable, wordsBySentence } from './term-statistics.ts'
import { articleLanguage } from './tongues/article-language.ts'
import { type Tongue, tongueOf } from './tongues/tongue.ts'
import { findWords, type Word } from './words.ts'

/** What is analysed. */
export interface Input {
  /** Headline; may be empty. */
  readonly title: string
  readonly text: string
  /** The publisher's own abstract: evidence for what matters, never part of a summary. */
  readonly standfirst?: string
  /** BCP 47 tag; absent: told by the text. */
  readonly language?: string
}

/** An article taken apart once, for all that rank its sentences and words. */
export interface Reading {
  readonly input: Input
  readonly text: string
  readonly tongue: Tongue
  readonly sentences: readonly Span[]
  /** The words of each sentence. */
  readonly words: readonly (readonly Word[])[]
  readonly table: TermTable
  /** How many whole sentences the text has. */
  readonly length: number
  readonly title: readonly Word[]
  readonly standfirst: readonly Word[]
}

/** Takes an article apart into sentences, words and their statistics. Linear in the text's length. */
export function readArticle(input: Input): Reading {
  const { text, title, standfirst } = input
  const tongue = tongueOf(input.language ?? articleLanguage(input))
  const sentences = findSentences(text, tongue)
  const words = wordsBySentence(findWords(text, tongue), sentences)
  const places = placesOf(words)
  return {
    input,
    text,
    tongue,
    sentences,
    words,
    table: countTerms({ text, tongue, words, places }),
    length: (places.at(-1) ?? 0) + 1,
    title: findWords(title, tongue),
    standfirst: findWords(standfirst ?? '', tongue),
  }
}
