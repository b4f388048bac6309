import { shippedWeights } from '../../../src/analysis/quotes/weights.ts'
import { type GoldArticle, loadScorer, readGold, type Score, type Scorer } from './gold.ts'
import { type Predicted, predictArticle, reportLine } from './measure.ts'
import { crossValidate, prepare } from './teach.ts'

/** What quotes and speakers reach on the development data. */
export interface QuoteReport {
  /** Direct and mixed quotes, each article read by a model that has not seen it. */
  readonly quoted: Score
  /** The same with reported statements. */
  readonly all: Score
  /** Articles of another corpus, read by the shipped model. */
  readonly gum: Score
  readonly reliability: readonly Reliability[]
  /** All of it in words. */
  readonly lines: readonly string[]
}

/** Of the quotes given a confidence from `from` to the next tenth, how many are right in words and speaker. */
export interface Reliability {
  readonly from: number
  readonly quotes: number
  readonly right: number
}

const allTypes = { types: ['direct', 'mixed', 'indirect'], speech: true }

/** Measures quotes and speakers; undefined where the evaluation material is absent. Takes about a minute. */
export async function evaluateQuotes(): Promise<QuoteReport | undefined> {
  const articles = readGold('polnear.dev.jsonl')
  const others = readGold('gum-news.dev.jsonl')
  if (articles === undefined || others === undefined) return undefined
  const scorer = await loadScorer()
  const crossed = crossValidate(prepare(articles))
  const weights = shippedWeights()
  const read = new Map(others.map((article) => [article.id, predictArticle(article, weights)]))
  const quoted = scorer.scoreDocs(articles, crossed, {})
  const all = scorer.scoreDocs(articles, crossed, allTypes)
  const gum = scorer.scoreDocs(others, read, {})
  const reliability = reliabilityOf(scorer, articles, crossed)
  const lines = [
    reportLine('PolNeAR, direct and mixed, cross-validated', quoted),
    reportLine('PolNeAR, all with reported, cross-validated', all),
    reportLine('GUM news, direct and mixed', gum),
    'confidence  quotes  right (words and speaker)',
    ...reliability.map(({ from, quotes, right }) => {
      return `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  ${String(quotes).padStart(6)}  ${((100 * right) / Math.max(quotes, 1)).toFixed(1)} %`
    }),
  ]
  return { quoted, all, gum, reliability, lines }
}

/** Scores every direct and mixed quote alone, by its confidence; quotes without a scoreable speaker are left out. */
function reliabilityOf(
  { scoreDocs }: Scorer,
  articles: readonly GoldArticle[],
  predicted: ReadonlyMap<string, Predicted>,
): readonly Reliability[] {
  const tenths = Array.from({ length: 10 }, (_, index) => ({ from: index / 10, quotes: 0, right: 0 }))
  for (const article of articles) {
    for (const quote of predicted.get(article.id)?.quotes ?? []) {
      if (quote.kind === 'indirect') continue
      const alone = new Map([[article.id, { id: article.id, quotes: [quote] }]])
      const score = scoreDocs([article], alone, {})
      const tenth = tenths[Math.min(9, Math.floor(quote.confidence * 10))]
      if (tenth === undefined || score.jPredTP + score.jPredFP === 0) continue
      tenth.quotes++
      tenth.right += score.jPredTP
    }
  }
  return tenths
}
