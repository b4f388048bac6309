import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

const read = (text: string) => readPeopleAndQuotes(text, '', findSentences(text))

/** Kind, words without marks, speaker: one line a quote. */
const said = (text: string) =>
  read(text).quotes.map(({ kind, content, speaker }) => {
    return `${kind}: ${text.slice(content.start, content.end).replace(/^that /, '')} — ${speaker?.name ?? 'nobody'}`
  })

describe('readPeopleAndQuotes', () => {
  it('names the speaker after an inverted verb', () => {
    expect(said('“The harbour will open on Monday,” said Marta Quill, the mayor.')).toEqual([
      'direct: The harbour will open on Monday, — Marta Quill',
    ])
  })

  it('gives a surname its full name', () => {
    expect(said('Marta Quill met the crew. "The harbour will open on Monday," Quill said.')).toEqual([
      'direct: The harbour will open on Monday, — Marta Quill',
    ])
  })

  it('skips an apposition between speaker and verb', () => {
    expect(said('“The bridge is safe,” Otto Brandt, an engineer from Lowell, said on Friday.')).toEqual([
      'direct: The bridge is safe, — Otto Brandt',
    ])
  })

  it('resolves a pronoun to the person it means', () => {
    expect(said('Marta Quill walked along the pier. “I have never seen such a storm,” she said.')).toEqual([
      'direct: I have never seen such a storm, — Marta Quill',
    ])
  })

  it('keeps the pieces of a split quote together', () => {
    const text = '“The bridge is safe,” Otto Brandt said. “We tested every bolt of it.”'
    expect(said(text)).toEqual([
      'direct: The bridge is safe, — Otto Brandt',
      'direct: We tested every bolt of it. — Otto Brandt',
    ])
    expect(read(text).quotes.map((quote) => quote.statement)).toEqual([0, 0])
  })

  it('takes what is added between two pieces for a part of the statement', () => {
    const text =
      '“We want the ferry back,” Otto Brandt said, adding that the town could pay for it. “We have waited for two years.”'
    expect(read(text).quotes.map((quote) => quote.statement)).toEqual([0, 0, 0])
  })

  it('joins a quote over two paragraphs', () => {
    const text =
      '“The bridge is safe,” said Otto Brandt. “We tested every bolt.\n\n“Nobody has to fear anything.”'
    const quotes = read(text).quotes
    expect(quotes).toHaveLength(2)
    expect(text.slice(quotes[1]?.span.start, quotes[1]?.span.end)).toBe(
      '“We tested every bolt.\n\n“Nobody has to fear anything.”',
    )
    expect(quotes[1]?.speaker?.name).toBe('Otto Brandt')
  })

  it('reports what a spokesman said, with his role', () => {
    const text = 'Harbour spokesman Otto Brandt said that the ferry would sail again before Thursday.'
    expect(said(text)).toEqual(['indirect: the ferry would sail again before Thursday — Otto Brandt'])
    expect(read(text).quotes[0]?.speaker?.role).toBe('Harbour spokesman')
  })

  it('keeps a description as the speaker', () => {
    expect(said('A port official confirmed that the ferry is scheduled to sail on Monday.')).toEqual([
      'indirect: the ferry is scheduled to sail on Monday — A port official',
    ])
  })

  it('reads "according to" before and after the statement', () => {
    expect(said('According to Marta Quill, the harbour will open on Monday.')).toEqual([
      'indirect: the harbour will open on Monday — Marta Quill',
    ])
    expect(said('The harbour will open on Monday, according to Marta Quill.')).toEqual([
      'indirect: The harbour will open on Monday — Marta Quill',
    ])
  })

  it('is not split by abbreviations and initials', () => {
    expect(said('“The U.S. will pay,” said Sen. Otto J. Brandt, R-Ohio, who met Mr. Quill.')).toEqual([
      'direct: The U.S. will pay, — Otto J. Brandt',
    ])
  })

  it('clusters the names of a person and leaves places and days out', () => {
    const text =
      'Sen. Marta Quill flew to Paris on Monday. Quill said that Brandt would follow. Sen. Quill met Otto Brandt.'
    const { people } = read(text)
    expect(people.map(({ name }) => name)).toEqual(['Marta Quill', 'Otto Brandt'])
    expect(people[0]?.aliases).toEqual(['Marta Quill', 'Quill'])
    expect(people[0]?.mentions).toBe(3)
  })

  it('keeps its promises for any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      ' ',
      '. ',
      ', ',
      '\n\n',
      '\n',
      'he',
      'said',
      'Ann Roe',
      'that',
      'according to',
      'The',
      'ferry',
      'sails',
      ':',
      '(',
      ')',
      '—',
      'U.S.',
      'é',
      '😀',
      '5',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const sentences = findSentences(text)
          let statement = 0
          for (const quote of readPeopleAndQuotes(text, '', sentences).quotes) {
            expect(quote.span.start).toBeLessThan(quote.span.end)
            expect(quote.span.end).toBeLessThanOrEqual(text.length)
            expect(quote.content.start).toBeGreaterThanOrEqual(quote.span.start)
            expect(quote.content.end).toBeLessThanOrEqual(quote.span.end)
            expect(quote.statement - statement).toBeGreaterThanOrEqual(0)
            expect(quote.statement - statement).toBeLessThanOrEqual(1)
            statement = quote.statement
            expect(quote.confidence).toBeGreaterThanOrEqual(0)
            expect(quote.confidence).toBeLessThanOrEqual(1)
            expect(sentences[quote.sentence - 1]?.end ?? 0).toBeLessThanOrEqual(quote.span.start)
            expect(sentences[quote.sentence]?.end).toBeGreaterThan(quote.span.start)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
