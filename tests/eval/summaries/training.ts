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

/** An article with the words that its human summary uses. */
export interface Lesson {
  readonly document: Document
  readonly reading: Reading
  readonly terms: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

/** A word or pair to learn from: its features, and 1 if the human summary uses it. */
interface Example {
  readonly features: readonly number[]
  readonly used: number
}

/** Only words in at least this many lessons get a weight of their own: common words, no names. */
const fewestLessons = 15

const epochs = 8
const rate = 0.05
const decay = 1e-3

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
    return { features: own === undefined ? features : [...features, own], used: terms.has(term.stem) ? 1 : 0 }
  })
}

function pairExamples({ reading, pairs }: Lesson, model: SummaryModel): readonly Example[] {
  return [...reading.table.pairs.values()].map((pair) => {
    const left = termOdds(pair.left, reading.length, model)
    const right = termOdds(pair.right, reading.length, model)
    const used = pairs.has(`${pair.left.stem} ${pair.right.stem}`) ? 1 : 0
    return { features: pairFeatures(pair, reading.length, { left, right }), used }
  })
}

/** Logistic regression by AdaGrad, examples in an order shuffled by a fixed seed, weights averaged over the last epochs. */
function regress(examples: readonly Example[], size: number): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(0.01)
  const average = new Float64Array(size)
  const order = [...examples]
  const random = randomNumbers(7)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const example of order) learn(example, weights, squares)
    if (epoch >= epochs - 3)
      for (const [index, weight] of weights.entries()) average[index] = (average[index] ?? 0) + weight / 3
  }
  return average
}

function learn({ features, used }: Example, weights: Float64Array, squares: Float64Array): void {
  let odds = 0
  for (const index of features) odds += weights[index] ?? 0
  const error = 1 / (1 + Math.exp(-odds)) - used
  for (const index of features) {
    const weight = weights[index] ?? 0
    const gradient = error + decay * weight
    const square = (squares[index] ?? 0) + gradient * gradient
    squares[index] = square
    weights[index] = weight - (rate * gradient) / Math.sqrt(square)
  }
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [items[last], items[other]]
    if (a !== undefined && b !== undefined) [items[last], items[other]] = [b, a]
  }
}

/** Numbers in [0, 1) that are the same on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}
