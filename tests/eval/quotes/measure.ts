import type { Weights } from '../../../src/analysis/quotes/model.ts'
import { attribute, quotesOf } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'
import type { GoldArticle, Score } from './gold.ts'

/** Quotes of one article in the shape that the scorer reads. */
export interface Predicted {
  readonly id: string
  readonly quotes: readonly {
    readonly quote: string
    readonly speaker: string | null
    readonly kind: string
    readonly confidence: number
  }[]
}

/** Reads one article with the given weights. */
export function predictArticle(article: GoldArticle, weights: Weights): Predicted {
  const attribution = attribute(article.text, weights, article.title)
  const quotes = quotesOf(attribution, findSentences(article.text))
  return {
    id: article.id,
    quotes: quotes.map(({ span, speaker, kind, confidence }) => {
      return {
        quote: article.text.slice(span.start, span.end),
        speaker: speaker?.name ?? null,
        kind,
        confidence,
      }
    }),
  }
}

const percent = (share: number) => (100 * share).toFixed(1)

/** One line of figures, in the scorer's words. */
export function reportLine(label: string, score: Score): string {
  const recall = Object.entries(score.byType).map(([type, { tp, gold }]) => `${type} ${percent(tp / gold)}`)
  const kinds = Object.entries(score.spk).map(([kind, { ok, n }]) => `${kind} ${ok}/${n}`)
  return [
    `${label}: quote P ${percent(score.precision)} R ${percent(score.recall)} F1 ${percent(score.f1)} (${recall.join(' ')})`,
    `speaker ${percent(score.speakerAcc)} strict ${percent(score.speakerAccStrict)} of ${score.spkN}, none given ${score.empty}, wrong ${score.wrong} (${kinds.join(' ')})`,
    `joint P ${percent(score.jointP)} R ${percent(score.jointR)} F1 ${percent(score.jointF1)}`,
  ].join(' | ')
}
