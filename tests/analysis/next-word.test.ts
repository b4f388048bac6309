import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextWord } from '../../src/analysis/next-word.ts'
import { allTongues } from '../../src/analysis/tongues/tongue.ts'
import { wordPattern } from '../../src/analysis/tongues/word-patterns.ts'

/** What the bounds of words hang on, among what does not matter. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'Z',
    'bc',
    's',
    '1',
    '000',
    '.',
    ',',
    "'",
    '’',
    ' ',
    '-',
    '\n',
    'é',
    'e\u0301',
    '東',
    '🙂',
    '\u202f',
  ],
  ...['aujourd', 'hui', 'z.B.', 'U.S', '²', '—', '“'],
)

describe.each(allTongues)('nextWord in %s', (tongue) => {
  it('finds the words of the pattern, no others', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        const pattern = wordPattern(text, tongue)
        const expected = Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
          start: index,
          end: index + length,
        }))
        const found = []
        for (let word = nextWord(text, 0, pattern); word; word = nextWord(text, word.end, pattern))
          found.push(word)
        expect(found).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
