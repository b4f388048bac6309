import { describe, expect, it } from 'vitest'
import { closestSpelling } from '../../src/analysis/spelling.ts'

const among = (...words: readonly string[]) => words.map((word) => ({ word, articles: 1 }))

describe('closestSpelling', () => {
  it.each([
    ['hrabour', 'harbour'],
    ['harbuor', 'harbour'],
    ['harbor', 'harbour'],
    ['arbour', 'harbour'],
    ['fery', 'ferry'],
    ['feryr', 'ferry'],
    ['comissionner', 'commissioner'],
    ['zurich', 'zürich'],
  ])('takes %s for %s', (typed, meant) => {
    expect(closestSpelling(typed, among('harbour', 'ferry', 'commissioner', 'zürich', 'barge'))).toBe(meant)
  })

  it('takes the word in more articles of two that are as near', () => {
    const candidates = [
      { word: 'batter', articles: 2 },
      { word: 'butter', articles: 9 },
    ]
    expect(closestSpelling('btter', candidates)).toBe('butter')
  })

  it('prefers the same first letter', () => {
    const candidates = [
      { word: 'mite', articles: 1 },
      { word: 'site', articles: 9 },
    ]
    expect(closestSpelling('mine', candidates)).toBe('mite')
    expect(closestSpelling('mipe', candidates)).toBe('mite')
  })

  it('takes nothing that is too far away, nor the word itself', () => {
    expect(closestSpelling('fury', among('ferry', 'jury'))).toBe('jury')
    expect(closestSpelling('cat', among('harbour', 'coat', 'cow'))).toBe('coat')
    expect(closestSpelling('harbour', among('harbour'))).toBeUndefined()
    expect(closestSpelling('basin', among('raisins'))).toBeUndefined()
    expect(closestSpelling('x', [])).toBeUndefined()
  })
})
