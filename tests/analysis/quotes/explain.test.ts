import { describe, expect, it } from 'vitest'
import { explainQuotes } from '../../../src/analysis/quotes/explain.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

const explain = (text: string) => explainQuotes({ title: '', text }, findSentences(text))

describe('explainQuotes', () => {
  const text = 'Marta Quill met Otto Brandt at the pier. “I have never seen such a storm,” she said.'

  it('names the reporting word and why the winner won', () => {
    const [explained] = explain(text)
    expect(explained?.cue).toBe('said')
    expect(explained?.reasons).toContain('“said” reports the quote')
    expect(explained?.reasons).toContain('“she” means Marta Quill')
  })

  it('lists all candidates, the speaker first, with chances that sum to about 1', () => {
    const [explained] = explain(text)
    expect(explained?.candidates.map(({ name }) => name)).toContain('Otto Brandt')
    expect(explained?.candidates[0]?.name).toBe(explained?.quote.speaker?.name)
    const sum = explained?.candidates.reduce((total, { chance }) => total + chance, 0)
    expect(sum).toBeGreaterThan(0.9)
    expect(sum).toBeLessThan(1.000001)
  })

  it('says openly that nobody is named', () => {
    const [explained] = explain('“The bridge is closed until further notice.”')
    expect(explained?.quote.speaker).toBeUndefined()
    expect(explained?.reasons).toEqual(['nobody near the quote is named'])
  })
})
