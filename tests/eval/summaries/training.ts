import { type SummaryModel, termOdds } from '../../../src/analysis/expected-words.ts'
import { type Reading, readArticle } from '../../../src/analysis/reading.ts'
import {
  pairFeatures,
  pairWeightCount,
  termFeatures,
  termWeightCount,
} from '../../../src/analysis/summary-features.ts'
import { stems } from '../../../src/analysis/words.ts'
import type { Document } from '../evaluation-data.ts'
import { type Example, regress } from '../regression.ts'

/** An article with the words that its human summary uses. */
export interface Lesson {
  readonly document: Document
  readonly reading: Reading
  readonly terms: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

/** Only words in at least this many lessons get a weight of their own: common words, no names. */
const fewestLessons = 15

/** Takes articles with human summaries apart for training. */
export function prepare(documents: readonly Document[]): readonly Lesson[] {
  return documents.map((document) => {
    const used = [document.reference ?? []].flat().flatMap((sentence) => stems(sentence))
    const pairs = used.slice(1).map((right, before) => `${used[before]} ${right}`)
    const reading = readArticle({ title: '', text: document.text })
    return { document, reading, terms: new Set(used), pairs: new Set(pairs) }
  })
}

/** Learns which words and pairs human summaries use: logistic regression, first for words, then for pairs on top. */
export function train(lessons: readonly Lesson[]): SummaryModel {
  const commonIds = commonWords(lessons)
  const learnt = regress(
    lessons.flatMap((lesson) => termExamples(lesson, commonIds)),
    termWeightCount + commonIds.size,
  )
  const common = new Map([...commonIds].map(([stem, id]) => [stem, learnt[id] ?? 0]))
  const words = { terms: learnt.slice(0, termWeightCount), pairs: [], common }
  const pairs = regress(
    lessons.flatMap((lesson) => pairExamples(lesson, words)),
    pairWeightCount,
  )
  return { ...words, pairs }
}

function commonWords(lessons: readonly Lesson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { reading } of lessons) {
    for (const stem of reading.table.terms.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const kept = [...counts].filter(([stem, count]) => count >= fewestLessons && /^[a-z]+$/.test(stem))
  return new Map(kept.map(([stem], index) => [stem, termWeightCount + index]))
}

function termExamples(
  { reading, terms }: Lesson,
  commonIds: ReadonlyMap<string, number>,
): readonly Example[] {
  return [...reading.table.terms.values()].map((term) => {
    const own = commonIds.get(term.stem)
    const features = termFeatures(term, reading.length)
    return { features: own === undefined ? features : [...features, own], yes: terms.has(term.stem) ? 1 : 0 }
  })
}

function pairExamples({ reading, pairs }: Lesson, model: SummaryModel): readonly Example[] {
  return [...reading.table.pairs.values()].map((pair) => {
    const left = termOdds(pair.left, reading.length, model)
    const right = termOdds(pair.right, reading.length, model)
    const yes = pairs.has(`${pair.left.stem} ${pair.right.stem}`) ? 1 : 0
    return { features: pairFeatures(pair, reading.length, { left, right }), yes }
  })
}
