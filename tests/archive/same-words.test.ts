import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameWords, spokenWords, wordPrints } from '../../src/archive/same-words.ts'

const said = spokenWords(['“The pier will open again,', 'in the spring of next year.”'])

describe('spokenWords', () => {
  it('are those of all pieces, without marks', () => {
    expect(said.join(' ')).toBe('the pier will open again in the spring of next year')
  })
})

describe('wordPrints', () => {
  it('are none of a few words', () => {
    expect(wordPrints(['we', 'are', 'all', 'very', 'proud'])).toEqual([])
  })

  it('find most statements that were cut to half', () => {
    const statements = Array.from({ length: 500 }, (_, id) =>
      Array.from({ length: 24 }, (__, place) => `w${(id * 7919 + place * 104_729) % 5003}`),
    )
    const found = statements.filter((words) => {
      const prints = new Set(wordPrints(words))
      return wordPrints(words.slice(0, 12)).some((print) => prints.has(print))
    })
    expect(found.length / statements.length).toBeGreaterThan(0.85)
  })

  it('are whole numbers of 32 bits, four at most', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (words) => {
        const prints = wordPrints(words)
        return prints.length <= 4 && prints.every((print) => print >>> 0 === print)
      }),
    )
  })
})

describe('sameWords', () => {
  it('is one for a statement and a part of it', () => {
    expect(sameWords(said, said)).toBe(1)
    expect(sameWords(said.slice(2, 9), said)).toBe(1)
  })

  it('is none for a few words, or for others', () => {
    expect(sameWords(said.slice(0, 5), said)).toBe(0)
    expect(sameWords([...said].reverse(), said)).toBe(0)
  })

  it('does not ask which comes first', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 })
    fc.assert(fc.property(words, words, (a, b) => sameWords(a, b) === sameWords(b, a)))
  })
})
