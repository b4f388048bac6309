import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { findPhrase, fulfils, parseExpression, wantedStems } from '../../src/queries/expression.ts'

/** As it is looked for in English articles. */
const inEnglish = (typed: string) => parseExpression(typed, ['en'])

describe('parseExpression', () => {
  it('wants every word, by its stem', () => {
    expect(inEnglish('Rates falling')).toEqual({ all: [[['rate']], [['fall']]], none: [] })
  })

  it('keeps the words of a phrase together, in marks of any style', () => {
    const expected = { all: [[['central', 'bank']]], none: [] }
    for (const typed of ['"central bank"', '“central bank”', '„central bank“', '"central bank']) {
      expect(inEnglish(typed)).toEqual(expected)
    }
  })

  it('joins neighbours with OR and leaves out what has a minus', () => {
    expect(inEnglish('rates OR "interest" gold -silver -"old coins"')).toEqual({
      all: [[['rate'], ['interest']], [['gold']]],
      none: [['silver'], ['old', 'coin']],
    })
  })

  it('takes OR at either end, and in small letters, for what it can be', () => {
    expect(inEnglish('OR gold')).toEqual({ all: [[['gold']]], none: [] })
    expect(inEnglish('gold OR')).toEqual({ all: [[['gold']]], none: [] })
    expect(inEnglish('gold or silver').all).toHaveLength(3)
  })

  it('reads a word with a hyphen as a phrase and its minus as none', () => {
    expect(inEnglish('cease-fire')).toEqual({ all: [[['ceas', 'fire']]], none: [] })
  })

  it('refuses what holds no word, naming it', () => {
    for (const typed of ['', '  ', '"…" - !']) {
      expect(() => parseExpression(typed)).toThrow(UserError)
      expect(() => parseExpression(typed)).toThrow(`“${typed}”`)
    }
  })

  it('refuses more than 300 characters', () => {
    expect(() => parseExpression('a'.repeat(301))).toThrow('301 characters')
  })

  it('reads any text of words or refuses it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        try {
          const { all, none } = parseExpression(typed)
          return [...all.flat(), ...none].every((phrase) => phrase.length > 0)
        } catch (error) {
          return error instanceof UserError
        }
      }),
    )
  })

  it('looks for a word in articles of each language by its stem there', () => {
    expect(parseExpression('Häfen -"alte Häfen"')).toEqual({
      all: [[['hafen'], ['hafᵈ'], ['hafenᶠ'], ['hafenˢ'], ['hafenˣ']]],
      none: [
        ['alt', 'hafen'],
        ['altᵈ', 'hafᵈ'],
        ['alteᶠ', 'hafenᶠ'],
        ['alteˢ', 'hafenˢ'],
        ['alteˣ', 'hafenˣ'],
      ],
    })
  })
})

describe('fulfils', () => {
  const texts = [
    ['harbour', 'open'],
    ['the', 'new', 'harbour', 'is', 'open', 'at', 'last'],
  ]

  it('finds a phrase only where its words stand together', () => {
    expect(fulfils({ all: [[['new', 'harbour']]], none: [] }, texts)).toBe(true)
    expect(fulfils({ all: [[['new', 'open']]], none: [] }, texts)).toBe(false)
  })

  it('takes words of one group as alternatives and of several as all wanted', () => {
    expect(fulfils({ all: [[['bridge'], ['harbour']]], none: [] }, texts)).toBe(true)
    expect(fulfils({ all: [[['bridge']], [['harbour']]], none: [] }, texts)).toBe(false)
  })

  it('fails on what is excluded, wherever it stands', () => {
    expect(fulfils({ all: [[['harbour']]], none: [['last']] }, texts)).toBe(false)
  })

  it('does not find a phrase across two texts', () => {
    expect(fulfils({ all: [[['open', 'the']]], none: [] }, texts)).toBe(false)
  })
})

describe('findPhrase', () => {
  it('agrees with looking at every place', () => {
    const stem = fc.constantFrom('a', 'b')
    fc.assert(
      fc.property(
        fc.array(stem, { maxLength: 12 }),
        fc.array(stem, { minLength: 1, maxLength: 4 }),
        (text, phrase) => {
          const naive = text.findIndex((_, at) => phrase.every((word, offset) => text[at + offset] === word))
          return findPhrase(text, phrase) === naive
        },
      ),
    )
  })
})

describe('wantedStems', () => {
  it('leaves out what is excluded', () => {
    expect(wantedStems(inEnglish('"old harbour" OR bridge -rain'))).toEqual(
      new Set(['old', 'harbour', 'bridg']),
    )
  })
})
