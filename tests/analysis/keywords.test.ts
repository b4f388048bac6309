import { describe, expect, it } from 'vitest'
import { findKeywords } from '../../src/analysis/keywords.ts'
import { readArticle } from '../../src/analysis/reading.ts'

const scandal = `A corruption scandal shook Lowmere on Tuesday. The corruption scandal began when investigators searched the mayor's
house on Monday. "A corrupt city cannot build bridges," the investigators' chief said. The mayor denied the scandal.`

const terms = (text: string, title = '') => findKeywords(readArticle({ title, text })).map(({ term }) => term)

describe('findKeywords', () => {
  it('gives terms in their commonest written form', () => {
    expect(terms(scandal)).toContain('corruption scandal')
    expect(terms(scandal)).not.toContain('corrupt scandal')
  })

  it('does not repeat the words of a term', () => {
    expect(terms(scandal)).not.toContain('corruption')
  })

  it('gives no weekday, no stop word and no number', () => {
    const all = terms(`${scandal} In 2024 it said that 2024 was 2024.`)
    for (const junk of ['Tuesday', 'Monday', 'the', 'said', '2024', 'It']) expect(all).not.toContain(junk)
  })

  it('gives names without their possessive ending', () => {
    expect(terms("Kyiv's army left. Kyiv’s mayor stayed.")).toContain('Kyiv')
  })

  it('weighs the heaviest with 1 and goes down from there', () => {
    const weights = findKeywords(readArticle({ title: '', text: scandal })).map(({ weight }) => weight)
    expect(weights[0]).toBe(1)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
  })

  it('gives a name whole, and not its parts beside it', () => {
    const all = terms(
      'Jane Roe won in Lowmere. Roe lost in Highmere. Voters like Jane Roe. Roe will speak in Lowmere.',
    )
    expect(all).toContain('Jane Roe')
    expect(all).not.toContain('Roe')
  })

  it('keeps the points of an abbreviation', () => {
    expect(terms('The U.S. agreed with Peru. Peru thanked the U.S. on Monday.')).toContain('U.S.')
  })

  it('knows a term that text and headline share', () => {
    const text = 'The old harbour bridge will close. Engineers found cracks in its piers.'
    expect(terms(text, 'Harbour bridge to close')).toContain('harbour bridge')
  })

  it('takes no repetition of one word for a term, unless it is a name', () => {
    expect(terms('word '.repeat(50))).toEqual(['word'])
    expect(terms('Tourists love Bora Bora. Bora Bora is small.', 'Bora Bora')).toContain('Bora Bora')
  })

  it('gives twelve at most', () => {
    const text = Array.from(
      { length: 40 },
      (_, index) => `Word${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index)} fell.`,
    )
    expect(terms(text.join(' '))).toHaveLength(12)
  })

  it('gives none for a text of stop words', () => {
    expect(terms('It is what it is.')).toEqual([])
  })
})
