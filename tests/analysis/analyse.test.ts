import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom('"', '“', '”', "'", '\ud800', 'He said, ', 'Jane Doe ', '\n\n', '. ', 'constructor '),
    )
    .map((all) => all.join('')),
)

describe('analyse', () => {
  it('never throws, and gives the same for the same article', () => {
    fc.assert(
      fc.property(wild, wild, (title, text) => {
        expect(analyse({ title, text, standfirst: title })).toEqual(
          analyse({ title, text, standfirst: title }),
        )
      }),
    )
  })

  it('gives an empty analysis of an empty text', () => {
    expect(analyse({ title: 'A title', text: '' })).toEqual({
      sentences: [],
      ranking: [],
      keywords: [],
      people: [],
      quotes: [],
    })
  })

  // How long they take is measured by `npm run bench -- growth worst`.
  it.each([
    ['one word without end', 1, 'a'.repeat(1_000_000)],
    ['one sentence', 1, 'word and '.repeat(111_000)],
    ['capitalised words', 1, Array.from({ length: 100_000 }, (_, index) => `Word${index}`).join(' ')],
    ['quotation marks', 1, '" '.repeat(500_000)],
    ['short sentences', 83_000, 'He left it. '.repeat(83_000)],
    [
      'long sentences',
      13_500,
      `${'The old harbour bridge of Lowmere will close in the summer of this year. '.repeat(13_500)}`,
    ],
  ])('reads a megabyte of %s', (_name, sentences, text) => {
    expect(analyse({ title: 'A title', text }).sentences).toHaveLength(sentences)
  })
})
