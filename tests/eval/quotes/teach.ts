import type { Weights } from '../../../src/analysis/quotes/model.ts'
import type { GoldArticle } from './gold.ts'
import { growTrees } from './grow-trees.ts'
import { type Learner, learnAnswer, learnChoice, newLearner, noTrees, shuffled } from './learn.ts'
import {
  type ClauseLessons,
  clauseLessonsOf,
  type QuoteLessons,
  quoteLessonsOf,
  secondLessonsOf,
} from './lessons.ts'
import { type Predicted, predictArticle } from './measure.ts'
import { verdictLessonsOf } from './verdict-lessons.ts'

const folds = 5
const innerFolds = 4
const rounds = 8

/** Learns in rounds over all lessons; the weights are averaged over the rounds, which steadies them. */
function learn<T>(lessons: readonly T[], teach: (learner: Learner, lesson: T) => void): Weights {
  const learner = newLearner()
  const sum = new Float32Array(learner.table.length)
  for (let round = 0; round < rounds; round++) {
    for (const lesson of shuffled(lessons, 7 + round)) teach(learner, lesson)
    if (round === 0) continue
    learner.table.forEach((weight, index) => {
      sum[index] = (sum[index] ?? 0) + weight / (rounds - 1)
    })
  }
  return { table: sum, ...noTrees }
}

function learnClauses(lessons: readonly ClauseLessons[]): Weights {
  return learn(lessons, (learner, { anchors, clauses }) => {
    for (const question of anchors) learnAnswer(learner, question)
    for (const choice of clauses) learnChoice(learner, choice)
  })
}

/** An article with its lessons for the first model, which are made once. */
export interface Taught {
  readonly article: GoldArticle
  readonly lessons: ClauseLessons
}

/** Makes the first model's lessons of all articles, in an order that mixes publishers. */
export function prepare(articles: readonly GoldArticle[]): readonly Taught[] {
  return shuffled(articles, 3).map((article) => ({ article, lessons: clauseLessonsOf(article) }))
}

function learnQuotes(lessons: readonly QuoteLessons[]): Weights {
  return learn(lessons, (learner, { keep, accept, speakers }) => {
    for (const question of [...keep, ...accept]) learnAnswer(learner, question)
    for (const choice of speakers) learnChoice(learner, choice)
  })
}

/** Learns clauses first, then quotes and speakers on the clauses found, then the second look on all that is found. */
export function teach(taught: readonly Taught[]): Weights {
  const folded = Array.from({ length: innerFolds }, (_, fold) => ({
    fold,
    first: learnClauses(without(taught, fold).map(({ lessons }) => lessons)),
  }))
  const found = folded.map(({ fold, first }) => {
    return within(taught, fold).map(({ article }) => quoteLessonsOf(article, first))
  })
  const second = folded.flatMap(({ fold, first }) => {
    const weights = together(first, learnQuotes(found.filter((_, other) => other !== fold).flat()))
    return within(taught, fold).map(({ article }) => {
      return { speakers: secondLessonsOf(article, weights), verdicts: verdictLessonsOf(article, weights) }
    })
  })
  const clauses = learnClauses(taught.map(({ lessons }) => lessons))
  return {
    ...together(clauses, learnQuotes(found.flat())),
    trees: growTrees(second.flatMap(({ speakers }) => speakers)),
    clauseTrees: growTrees(second.flatMap(({ verdicts }) => verdicts)),
  }
}

function within<T>(items: readonly T[], fold: number): readonly T[] {
  return items.filter((_, index) => index % innerFolds === fold)
}

function without<T>(items: readonly T[], fold: number): readonly T[] {
  return items.filter((_, index) => index % innerFolds !== fold)
}

/** Each model has one half of the table. */
function together(first: Weights, second: Weights): Weights {
  return { table: first.table.map((weight, index) => weight + (second.table[index] ?? 0)), ...noTrees }
}

/** Predictions for every article by a model that has not seen it. */
export function crossValidate(taught: readonly Taught[]): Map<string, Predicted> {
  const predicted = new Map<string, Predicted>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = teach(taught.filter((_, index) => index % folds !== fold))
    taught.forEach(({ article }, index) => {
      if (index % folds === fold) predicted.set(article.id, predictArticle(article, weights))
    })
  }
  return predicted
}
