import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/analysis/reading.ts'
import { pairKey } from '../../src/analysis/term-statistics.ts'

const usage = (text: string, stem: string) => readArticle({ title: '', text }).table.terms.get(stem)

describe('countTerms', () => {
  it('counts occurrences and the sentences that hold them', () => {
    const text = 'Banks like banks that are banks. Rain fell on the old town. Banks closed in the old town.'
    expect(usage(text, 'bank')).toMatchObject({ count: 4, sentences: 2, first: 0, second: 2 })
  })

  it('does not let datelines and headings push the news down', () => {
    expect(usage('(CNN)Rain fell on the old town of Lowmere.', 'rain')).toMatchObject({ first: 0 })
  })

  it('tells names by capitals within sentences', () => {
    expect(usage('Rain fell on Lowmere.', 'lowmer')).toMatchObject({ capitalised: 1 })
    expect(usage('Rain fell on Lowmere.', 'rain')).toMatchObject({ capitalised: 0 })
  })

  it('tells what stands in quotation marks', () => {
    const text = '"Rain is good," said the mayor of the old town.'
    expect(usage(text, 'rain')).toMatchObject({ quoted: 1 })
    expect(usage(text, 'mayor')).toMatchObject({ quoted: 0 })
  })

  it('counts pairs of neighbours within a sentence only', () => {
    const { terms, pairs } = readArticle({ title: '', text: 'Old town. Old town, new bridge.' }).table
    const [old, town, bridge] = ['old', 'town', 'bridg'].map((stem) => terms.get(stem))
    if (!old || !town || !bridge) throw new Error('Expected three stems')
    expect(pairs.get(pairKey(old, town))?.count).toBe(2)
    expect(pairs.has(pairKey(town, old))).toBe(false)
    expect(pairs.has(pairKey(town, bridge))).toBe(false)
  })

  it('keeps words apart that name properties of every object', () => {
    expect(usage('The constructor met the constructor.', 'constructor')).toMatchObject({ count: 2 })
  })
})
