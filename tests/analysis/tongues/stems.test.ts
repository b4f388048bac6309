import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allTongues, tongueOf } from '../../../src/analysis/tongues/tongue.ts'
import { findWords, isStopWord, stem, stems, stemsInAll } from '../../../src/analysis/words.ts'

describe('stem in other languages', () => {
  it.each([
    ['de', 'Hafen Häfen Hafens'],
    ['de', 'Regierung Regierungen'],
    ['de', 'Straße Straßen STRASSE'],
    ['fr', 'négociation négociations'],
    ['fr', 'national nationale nationaux'],
    ['fr', 'œuvre œuvres oeuvre'],
    ['es', 'gobierno gobiernos'],
    ['es', 'año años'],
    ['es', 'ciudad ciudades'],
    ['es', 'negociación negociaciones'],
    ['es', 'juez jueces'],
  ] as const)('joins the forms of a word: %s, %s', (tongue, forms) => {
    const found = forms.split(' ').map((form) => stem(form.toLowerCase(), tongue))
    expect(new Set(found).size).toBe(1)
  })

  it('keeps words apart that are written alike in two languages', () => {
    const rats = allTongues.map((tongue) => stem('rat', tongue))
    expect(new Set(rats).size).toBe(allTongues.length)
  })

  it('is the same in all languages for numbers and other alphabets', () => {
    for (const word of ['2026', 'g7', 'москва', '東'])
      expect(new Set(allTongues.map((tongue) => stem(word, tongue))).size).toBe(1)
  })

  it('makes one token of letters and digits of any word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...allTongues), (text, tongue) => {
        for (const { start, end, stem: term } of findWords(text, tongue)) {
          expect(start).toBeLessThan(end)
          expect(term).toMatch(/^[\p{L}\p{N}\p{M}]{1,41}$/u)
        }
      }),
    )
  })
})

describe('findWords in other languages', () => {
  it('leaves out what French elides', () => {
    const words = findWords("L’eau qu'il a d'aujourd’hui, lorsqu'elle", 'fr').map(({ lower }) => lower)
    expect(words).toEqual(['eau', 'il', 'a', "aujourd'hui", 'elle'])
  })

  it('reads numbers as they are written there', () => {
    expect(stems('1.000', 'de')).toEqual(['1000'])
    expect(stems('40\u00a0000', 'fr')).toEqual(['40000'])
    expect(stems('1,000', 'en')).toEqual(['1000'])
  })
})

describe('stemsInAll', () => {
  it('gives the stems of each language, and those that are alike once', () => {
    expect(stemsInAll('Häfen')).toEqual([['hafen'], ['hafᵈ'], ['hafenᶠ'], ['hafenˢ'], ['hafenˣ']])
    expect(stemsInAll('2026')).toEqual([['2026']])
    expect(stemsInAll('…')).toEqual([])
  })
})

describe('isStopWord in other languages', () => {
  it.each([
    ['de', 'sagte', 'hafen'],
    ['fr', 'aujourd’hui'.replace('’', "'"), 'port'],
    ['es', 'también', 'puerto'],
    ['other', 'della', 'porto'],
    ['other', 'и', 'порт'],
  ] as const)('knows the words of %s that say nothing: %s, but not %s', (tongue, empty, telling) => {
    expect([isStopWord(empty, tongue), isStopWord(telling, tongue)]).toEqual([true, false])
  })
})

describe('tongueOf', () => {
  it('reads a tag whatever its case, region and script', () => {
    expect(['de-AT', 'FR', 'es_MX', 'en', 'zh-Hant', 'und', ''].map(tongueOf)).toEqual([
      'de',
      'fr',
      'es',
      'en',
      'other',
      'other',
      'other',
    ])
  })
})
