import { clauseRows } from '../../../src/analysis/quotes/clause-rows.ts'
import { judge } from '../../../src/analysis/quotes/judged.ts'
import type { Weights } from '../../../src/analysis/quotes/model.ts'
import { readText } from '../../../src/analysis/quotes/reading.ts'
import { firstVerdictShare } from '../../../src/analysis/quotes/verdicts.ts'
import { answerOfClause } from './answers.ts'
import type { GoldArticle } from './gold.ts'
import type { RankedChoice } from './grow-trees.ts'

/**
 * Makes every clause that may be reported into a question for the second look. `weights` must not have learnt from
 * this article, or the first look would seem better than it is.
 */
export function verdictLessonsOf(article: GoldArticle, weights: Weights): readonly RankedChoice[] {
  const reading = readText(article.text, article.title)
  const judged = judge(reading, weights)
  const rowOf = clauseRows(reading, judged)
  return judged.clauses.flatMap(({ clause, score }, index): RankedChoice[] => {
    const answer = answerOfClause(reading, article, clause)
    if (answer === undefined) return []
    return [{ rows: [rowOf(index)], start: [firstVerdictShare * score], right: [answer] }]
  })
}
