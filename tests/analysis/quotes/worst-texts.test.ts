import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'

/** Long enough that quadratic work would run into the tests' time limit; tests/bench/growth.ts has the times. */
const size = 200_000

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
    ['one speaker', '“Yes I do,” Ann said. '],
    ['ever new speakers', '“Yes I do,” said Ann # Roe. '],
    ['fragments in one sentence', 'he said "x" and "y" '],
    ['open brackets', 'Roe ( '],
    ['line breaks', '\n'],
    ['letters and hyphens', 'a-'],
  ])('reads %s to the end', (_, piece) => {
    const text = Array.from({ length: Math.ceil(size / piece.length) }, (_, at) =>
      piece.replace('#', String.fromCharCode(65 + (at % 26), 97 + ((at / 26) % 26), 97 + ((at / 676) % 26))),
    ).join('')
    const { quotes } = readPeopleAndQuotes(text, '', [{ start: 0, end: text.length }])
    for (const { span } of quotes) expect(span.end).toBeLessThanOrEqual(text.length)
  })
})
