import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/analysis/analyse.ts'
import { allTongues } from '../../../src/analysis/tongues/tongue.ts'

const pieces = [
  '„Ja“, ',
  '« Oui ? » ',
  '«No». ',
  '¿Qué? ',
  'Am 3. Oktober ',
  'z. B. ',
  "l'eau ",
  'EE. UU. ',
  'M. Roux ',
  'Er kam. ',
  '\n\n',
  '. ',
  '\ud800',
  '東京 ',
  'и ',
]
const wild = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 40,
})

describe('analyse in any language', () => {
  it('gives spans of the text in order, and ranks each sentence once', () => {
    fc.assert(
      fc.property(wild, wild, fc.constantFrom(...allTongues), (title, parts, language) => {
        const text = parts.join('')
        const { sentences, ranking, keywords } = analyse({ title: title.join(''), text, language })
        let end = 0
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(sentence.start, sentence.end).trim()).not.toBe('')
          end = sentence.end
        }
        expect(new Set(ranking).size).toBe(ranking.length)
        expect(ranking.every((index) => index < sentences.length)).toBe(true)
        expect(keywords.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true)
      }),
    )
  })

  it('reads a megabyte of German within two seconds', () => {
    const once = '„Das reicht nicht“, sagte Dr. Kern am 3. Oktober z. B. am Hafen. '
    const time = (count: number): number => {
      const begun = process.cpuUsage()
      analyse({ title: '', text: once.repeat(count), language: 'de' })
      return process.cpuUsage(begun).user / 1000
    }
    time(1000)
    // A megabyte takes some 300 ms; quadratic time would take minutes.
    expect(time(15_000)).toBeLessThan(2000)
  })
})
