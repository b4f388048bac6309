import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'

/** Long enough that quadratic work would take minutes. */
const size = 200_000
/** Generous, for busy machines; the work takes a tenth of it. */
const mostMilliseconds = 5000

describe('texts made to be slow', () => {
  it.each([
    ['only straight marks', '"'],
    ['only opening marks', '“'],
    ['marks nested ever deeper', '“a “b '],
    ['apostrophes', "'a "],
    ['one sentence', 'the cat said that he would go and '],
    ['one word', 'a'],
    ['one verb', 'said '],
    ['capitalised words', 'Alpha Beta '],
    ['namesakes', 'Ann Roe. Roe '],
    ['quotes only', '"We go now," he said. '],
    ['fragments in one sentence', 'he said "x" and "y" '],
    ['open brackets', 'Roe ( '],
    ['line breaks', '\n'],
    ['letters and hyphens', 'a-'],
  ])('reads %s in time', (_, piece) => {
    const text = piece.repeat(Math.ceil(size / piece.length))
    const started = performance.now()
    readPeopleAndQuotes(text, '', [{ start: 0, end: text.length }])
    expect(performance.now() - started).toBeLessThan(mostMilliseconds)
  })
})
