import { tableSize } from '../../../src/analysis/quotes/features.ts'
import { probabilities, probability, scoreOf, type Weights } from '../../../src/analysis/quotes/model.ts'

/** A choice among alternatives, some of which are right. */
export interface Lesson {
  readonly options: readonly (readonly number[])[]
  /** Share of rightness of each option; sums to 1. */
  readonly right: readonly number[]
}

/** A yes-or-no question. */
export interface Question {
  readonly features: readonly number[]
  readonly yes: boolean
}

/** Learning state: weights and the sums of squared gradients (AdaGrad). */
export interface Learner extends Weights {
  readonly squares: Float32Array
}

/** The trees of a model that has not learnt them. */
export const noTrees = { trees: [], clauseTrees: [] } as const

export function newLearner(): Learner {
  const table = new Float32Array(tableSize)
  return { table, squares: new Float32Array(tableSize).fill(1e-6), ...noTrees }
}

/** Chosen by cross-validation; neighbours of these values do as well. */
const rate = 0.05
const shrink = 1e-2

function step(learner: Learner, features: readonly number[], gradient: number): void {
  if (Math.abs(gradient) < 1e-4) return
  const { table, squares } = learner
  for (const feature of features) {
    const slope = gradient - shrink * (table[feature] ?? 0)
    squares[feature] = (squares[feature] ?? 0) + slope * slope
    table[feature] = (table[feature] ?? 0) + (rate * slope) / Math.sqrt(squares[feature] ?? 1)
  }
}

/** Learns from one choice: the right options gain what the wrong ones lose. */
export function learnChoice(learner: Learner, lesson: Lesson): void {
  const chances = probabilities(lesson.options.map((option) => scoreOf(learner, option)))
  // Several options may be right: each counts by how likely it is among the right ones.
  const total = chances.reduce(
    (sum, chance, index) => sum + ((lesson.right[index] ?? 0) > 0 ? chance : 0),
    1e-9,
  )
  lesson.options.forEach((option, index) => {
    const chance = chances[index] ?? 0
    const target = (lesson.right[index] ?? 0) > 0 ? chance / total : 0
    step(learner, option, target - chance)
  })
}

export function learnAnswer(learner: Learner, question: Question): void {
  const chance = probability(scoreOf(learner, question.features))
  step(learner, question.features, (question.yes ? 1 : 0) - chance)
}

/** A repeatable shuffle. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items]
  let state = seed
  for (let index = result.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    const other = state % (index + 1)
    const [a, b] = [result[index], result[other]]
    result[index] = b as T
    result[other] = a as T
  }
  return result
}
