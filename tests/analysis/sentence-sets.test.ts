import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectWords, shippedModel } from '../../src/analysis/expected-words.ts'
import { readArticle } from '../../src/analysis/reading.ts'
import { emptySet } from '../../src/analysis/sentence-sets.ts'

const text = `Engineers found cracks in the harbour bridge of Lowmere. The harbour bridge of Lowmere has cracks.
Shops in the centre opened late. Ferries will carry the cars of Lowmere from June.`

const reading = readArticle({ title: '', text })
const expected = expectWords(reading, shippedModel)
const { sentences } = reading.table

const worthOf = (indexes: readonly number[]): number => {
  const set = emptySet(expected)
  for (const index of indexes) set.push(sentences[index] ?? { index, terms: [], pairs: [] })
  return set.value()
}

describe('emptySet', () => {
  it('is worth nothing', () => {
    expect(emptySet(expected).value()).toBe(0)
  })

  it('is worth less when it says the same again', () => {
    expect(worthOf([0, 0])).toBeLessThan(worthOf([0]))
  })

  it('does not mind the order of its sentences', () => {
    expect(worthOf([2, 0, 3])).toBeCloseTo(worthOf([0, 2, 3]), 12)
  })

  it('is as before when the last sentence is taken back', () => {
    const some = fc.array(fc.integer({ min: 0, max: sentences.length - 1 }), { maxLength: 6 })
    fc.assert(
      fc.property(some, some, (kept, tried) => {
        const set = emptySet(expected)
        const push = (index: number) => set.push(sentences[index] ?? { index, terms: [], pairs: [] })
        kept.forEach(push)
        const before = set.value()
        tried.forEach(push)
        for (const _ of tried) set.pop()
        expect(set.value()).toBe(before)
        expect(set.indexes).toEqual(kept)
      }),
    )
  })

  it('is never worth more with further sentences than it says before', () => {
    const some = fc.uniqueArray(fc.constantFrom(...sentences), { selector: ({ index }) => index })
    fc.assert(
      fc.property(some, some, (kept, more) => {
        const set = emptySet(expected)
        kept.forEach(set.push)
        const most = set.mostWith(more)
        for (const sentence of more) if (!set.has(sentence.index)) set.push(sentence)
        expect(set.value()).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('expectWords', () => {
  const oddsOf = (stem: string, title: string): number => {
    const read = readArticle({ title, text })
    return expectWords(read, shippedModel).terms[read.table.terms.get(stem)?.id ?? -1] ?? Number.NaN
  }

  it('expects a word more that the headline has', () => {
    expect(oddsOf('ferri', 'Ferries for Lowmere')).toBeGreaterThan(oddsOf('ferri', 'Cracks in Lowmere'))
  })

  it('gives probabilities', () => {
    for (const probability of [...expected.terms, ...expected.pairs]) {
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
    }
  })

  it('has a probability for each word and each pair of neighbours', () => {
    expect(expected.terms).toHaveLength(reading.table.terms.size)
    expect(expected.pairs).toHaveLength(reading.table.pairs.size)
  })
})
