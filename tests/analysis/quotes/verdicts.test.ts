import { describe, expect, it } from 'vitest'
import { chainsOf } from '../../../src/analysis/quotes/chains.ts'
import { clauseRows } from '../../../src/analysis/quotes/clause-rows.ts'
import { findQuotes } from '../../../src/analysis/quotes/found.ts'
import { judge } from '../../../src/analysis/quotes/judged.ts'
import { readText } from '../../../src/analysis/quotes/reading.ts'
import { clauseVerdicts } from '../../../src/analysis/quotes/verdicts.ts'
import { shippedWeights } from '../../../src/analysis/quotes/weights.ts'

const text =
  'Otto Brandt said that the talks were “useful” and that they would go on, Marta Quill told the council. ' +
  '“We will build the bridge again,” Brandt said. Quill warned that the town could not pay for it.'
const weights = shippedWeights()

describe('the second look at clauses', () => {
  const reading = readText(text)
  const judged = judge(reading, weights)

  it('sees each clause as a row of as many numbers', () => {
    const rowOf = clauseRows(reading, judged)
    const rows = judged.clauses.map((_, index) => rowOf(index))
    expect(rows.length).toBeGreaterThan(2)
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    expect(rows.flat().every(Number.isFinite)).toBe(true)
  })

  it('leaves the first look as it is without trees', () => {
    const chances = judged.clauses.map(({ chance }) => chance)
    expect(clauseVerdicts(reading, judged, { ...weights, clauseTrees: [] })).toEqual(chances)
  })

  it('gives a chance for each clause', () => {
    const verdicts = clauseVerdicts(reading, judged, weights)
    expect(verdicts).toHaveLength(judged.clauses.length)
    expect(verdicts.every((chance) => chance > 0 && chance < 1)).toBe(true)
  })

  it('shows words in quotation marks once: alone, or with the clause around them', () => {
    const found = findQuotes(
      readText('Brandt called the talks “useful” and left. Quill said they were “tiring.”'),
      weights,
    )
    const marked = found.filter(({ kind }) => kind !== 'indirect')
    marked.slice(1).forEach(({ span }, index) => {
      expect(span.start).toBeGreaterThanOrEqual(marked[index]?.span.end ?? 0)
    })
  })
})

describe('quotes over paragraphs', () => {
  it('are joined where both open with the same mark', () => {
    expect(chainsOf(readText('“It was late.\n\n“Here he is,” she said.'))).toHaveLength(1)
  })

  it('are not joined where a passage from elsewhere quotes somebody itself', () => {
    expect(chainsOf(readText('"Otto was asleep.\n\n“Here he is,” she said.'))).toHaveLength(2)
  })
})
