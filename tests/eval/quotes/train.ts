import { writeFileSync } from 'node:fs'
import type { Weights } from '../../../src/analysis/quotes/model.ts'
import { packWeights, unpackWeights } from '../../../src/analysis/quotes/weights.ts'
import { type GoldArticle, loadScorer, readGold } from './gold.ts'
import { type Learner, learnAnswer, learnChoice, newLearner, shuffled } from './learn.ts'
import { type Lessons, lessonsOf } from './lessons.ts'
import { type Predicted, predictArticle, reportLine } from './measure.ts'

/*
 * Trains the quote model: node tests/eval/quotes/train.ts [--write]
 * Prints what it reaches on articles it has not seen (5-fold, by article); with --write also trains on all
 * articles and writes src/analysis/quotes/weights.json.
 */

const folds = 5
const rounds = 6
const provenance =
  'tests/eval/quotes/train.ts on the annotations of PolNeAR (development part), https://github.com/networkdynamics/PolNeAR'

function teach(lessons: readonly Lessons[]): Learner {
  const learner = newLearner()
  for (let round = 0; round < rounds; round++) {
    for (const lesson of shuffled(lessons, 7 + round)) {
      for (const question of [...lesson.keep, ...lesson.anchors]) learnAnswer(learner, question)
      for (const choice of [...lesson.clauses, ...lesson.speakers]) learnChoice(learner, choice)
    }
  }
  return learner
}

/** Predictions for every article by a model that has not seen it. */
function crossValidate(
  articles: readonly GoldArticle[],
  lessons: readonly Lessons[],
): Map<string, Predicted> {
  const predicted = new Map<string, Predicted>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = teach(lessons.filter((_, index) => index % folds !== fold))
    articles.forEach((article, index) => {
      if (index % folds === fold) predicted.set(article.id, predictArticle(article, weights))
    })
  }
  return predicted
}

function predictAll(articles: readonly GoldArticle[], weights: Weights): Map<string, Predicted> {
  return new Map(articles.map((article) => [article.id, predictArticle(article, weights)]))
}

async function main(): Promise<void> {
  const gold = readGold('polnear.dev.jsonl')
  const gum = readGold('gum-news.dev.jsonl')
  if (gold === undefined || gum === undefined)
    throw new Error('Cannot train: the evaluation material is absent')
  const { scoreDocs } = await loadScorer()
  const articles = shuffled(gold, 3)
  const lessons = articles.map(lessonsOf)
  const crossed = crossValidate(articles, lessons)
  const lines = [
    reportLine('PolNeAR, crossed', scoreDocs(gold, crossed, {})),
    reportLine(
      'with reported, crossed',
      scoreDocs(gold, crossed, { types: ['direct', 'mixed', 'indirect'], speech: true }),
    ),
  ]
  const packed = packWeights(teach(lessons), provenance)
  lines.push(reportLine('GUM news', scoreDocs(gum, predictAll(gum, unpackWeights(packed)), {})))
  process.stdout.write(`${lines.join('\n')}\n`)
  if (process.env.CRIER_CROSSED !== undefined) {
    writeFileSync(
      process.env.CRIER_CROSSED,
      [...crossed.values()].map((line) => JSON.stringify(line)).join('\n'),
    )
  }
  if (!process.argv.includes('--write')) return
  const file = new URL('../../../src/analysis/quotes/weights.json', import.meta.url)
  writeFileSync(file, `${JSON.stringify(packed, null, 2)}\n`)
}

await main()
