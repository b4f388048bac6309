import { describe, expect, it } from 'vitest'
import { lookAgain, surroundingsOf } from '../../../src/analysis/quotes/second-look.ts'
import { type Tree, valueOfTrees } from '../../../src/analysis/quotes/trees.ts'
import { shippedWeights } from '../../../src/analysis/quotes/weights.ts'

const tree: Tree = [0, 1.5, -1, [1, 0, 0.25, 2]]

describe('valueOfTrees', () => {
  it('is the sum of the leaves that a row falls into', () => {
    expect(valueOfTrees([tree, 0.5], [2, 1])).toBe(2.5)
  })

  it('counts a value equal to the threshold as at most that', () => {
    expect(valueOfTrees([tree], [1.5, 1])).toBe(-1)
  })

  it('takes a column that is not there for zero', () => {
    expect(valueOfTrees([tree], [2])).toBe(0.25)
  })
})

const nobody = { entity: undefined, mention: -1, shown: -1, evidence: () => new Int8Array(23) }

describe('the second look', () => {
  const looks = [
    [
      { ...nobody, key: 'roe', score: 0, chance: 0.6 },
      { ...nobody, key: 'doe', score: -0.4, chance: 0.4 },
    ],
    [{ ...nobody, key: 'roe', score: 0, chance: 1 }],
  ]

  it('sums how likely each speaker is, quote by quote and in the whole text', () => {
    const { quotes, total } = surroundingsOf(looks)
    expect(quotes[0]?.get('doe')).toBe(0.4)
    expect(total.get('roe')).toBe(1.6)
  })

  it('changes nothing without trees', () => {
    expect(lookAgain(looks, [])).toBe(looks)
  })

  it('gives chances that sum to one', () => {
    for (const options of lookAgain(looks, shippedWeights().trees))
      expect(options.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1)
  })
})
