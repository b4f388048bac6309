import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldedWords } from '../../src/archive/fold.ts'

describe('fold', () => {
  it.each([
    ['ŁÓDŹ', 'lodz'],
    ['Zoë', 'zoe'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Đoković', 'dokovic'],
    ['Ærø', 'aero'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁnance', 'finance'],
    ['  a \n\t b ', 'a b'],
    ['東京', '東京'],
    ['', ''],
  ])('makes %j %j', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  it('does not change what is folded already, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('takes a text and its decomposed form for the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })
})

describe('foldedWords', () => {
  it('splits at everything but letters and digits', () => {
    expect(foldedWords("Zoë O'Neil-Čapek, No. 10!")).toEqual(['zoe', 'o', 'neil', 'capek', 'no', '10'])
  })

  it('finds no words where there are none', () => {
    expect(foldedWords(' -- "?!" ')).toEqual([])
  })
})
