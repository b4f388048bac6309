import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

const speakers = (text: string) =>
  readPeopleAndQuotes(text, '', findSentences(text)).quotes.map(({ speaker }) => speaker?.name)

describe('pronouns', () => {
  it('go to whoever the paragraph is about rather than to the speaker before it', () => {
    const text =
      '“No,” said Wilma Quill of the union. Quill left early, and Quill was cross.\n\n' +
      'The landlady, Obioma Brandt, offered to help both sides. “I have tea and a table,” she said.'
    expect(speakers(text).at(-1)).toBe('Obioma Brandt')
  })

  it('take the gender that a noun beside the name tells', () => {
    const text =
      'Xolani Quill came late. The landlady, Obioma Brandt, let Xolani Quill in. “I have tea and a table,” she said.'
    expect(speakers(text)).toEqual(['Obioma Brandt'])
  })

  it('teach the gender of a name that tells none', () => {
    const text =
      'Obioma Brandt admitted that she had expected rain. Xolani Quill claimed that he had not.\n\n' +
      'Xolani Quill met Obioma Brandt at noon. “It was dry and warm all day,” she said.'
    expect(speakers(text).at(-1)).toBe('Obioma Brandt')
  })

  it('mean the agency that was named behind its verb', () => {
    const text = 'The letter came late. “The talks are over,” said BKT. “Folly is punished,” it added.'
    expect(speakers(text)).toEqual(['BKT', 'BKT'])
  })

  it('may mean somebody without a name', () => {
    const text =
      'Alice Quill rang. In the bar sat a retired fisherman of 83. “Mark my words,” he said, and drank.'
    expect(speakers(text)).toEqual(['a retired fisherman'])
  })

  it('seldom mean somebody in what they report', () => {
    const text =
      'Otto Brandt spoke of his plan. Emil Quill, and perhaps Karl Lowe as well, would carry it north for him, he said.'
    expect(speakers(text).at(-1)).toBe('Otto Brandt')
  })

  it('mean no place and no firm', () => {
    const text =
      'Otto Brandt lives in Lower Quay and works in Lower Quay for Reel & Spool. “It leaks at night,” he said.'
    expect(speakers(text)).toEqual(['Otto Brandt'])
  })
})
