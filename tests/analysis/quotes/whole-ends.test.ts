import { describe, expect, it } from 'vitest'
import type { Side } from '../../../src/analysis/quotes/anchors.ts'
import { readText } from '../../../src/analysis/quotes/reading.ts'
import { wholeEnd } from '../../../src/analysis/quotes/whole-ends.ts'
import { isAside, saysHow } from '../../../src/analysis/quotes/whole-starts.ts'

/** Units of a text from right behind a verb to the end of its sentence, with the anchor that the verb is. */
function behind(text: string, verb: string) {
  const reading = readText(text)
  const at = reading.units.findIndex(({ lower }) => lower === verb)
  const end = reading.units.length - 1
  const side: Side = 'after'
  return { reading, anchor: { at, from: 0, to: end, side }, clause: { start: at + 1, end } }
}

/** What a verb reports if all that follows it is taken for it. */
function whole(text: string, verb: string): string {
  const { reading, anchor, clause } = behind(text, verb)
  const last = reading.units[wholeEnd(reading, anchor, clause) - 1]
  return text.slice(reading.units[clause.start]?.start, last?.end)
}

describe('the end of a whole clause', () => {
  it.each([
    [
      'Quill said he would not sign “that thing” in an interview on Sunday .',
      'said',
      'he would not sign “that thing”',
    ],
    ['Quill said it was “odd,” while others left .', 'said', 'it was “odd,”'],
    ['Quill called the judge “odd,” a word that few use .', 'called', 'the judge “odd,”'],
    ['Quill called him “odd” and he laughed .', 'called', 'him “odd”'],
    ['Quill called him “odd” during a walk .', 'called', 'him “odd”'],
    ['Quill said it was “odd,” adding that it was late .', 'said', 'it was “odd,”'],
    ['Quill said it was “odd,” the old Gazette wrote .', 'said', 'it was “odd,”'],
  ])('lies behind the quoted words: %s', (text, verb, expected) => {
    expect(whole(text, verb)).toBe(expected)
  })

  it.each([
    ['Quill said it was “odd” of him and criticized the board .', 'said', 'it was “odd” of him'],
    ['Quill left , saying it was late and also asking why .', 'saying', 'it was late'],
    ['Quill said it was “odd” of him while promising a ferry .', 'said', 'it was “odd” of him'],
    ['Quill said it was “odd” ; nobody laughed .', 'said', 'it was “odd”'],
    ['Quill said it was “odd” of him — few others agreed .', 'said', 'it was “odd” of him'],
  ])('lies before something else: %s', (text, verb, expected) => {
    expect(whole(text, verb)).toBe(expected)
  })

  it.each([
    ['Quill wants “a ferry” ; boats ; and a bridge .', 'wants', '“a ferry” ; boats ; and a bridge'],
    ['Quill said he was ill and wanted to leave .', 'said', 'he was ill and wanted to leave'],
    [
      'Quill said the bridge — an old one — was “odd” to him .',
      'said',
      'the bridge — an old one — was “odd” to him',
    ],
    ['Quill said he would be “very odd” in November .', 'said', 'he would be “very odd” in November'],
    ['Quill called for “safe zones” on the ground .', 'called', 'for “safe zones” on the ground'],
    ['Quill called him “odd” and “tired” .', 'called', 'him “odd” and “tired”'],
    ['Quill said the “odd” bridge was closed .', 'said', 'the “odd” bridge was closed'],
  ])('stays where what follows belongs to it: %s', (text, verb, expected) => {
    expect(whole(text, verb)).toBe(expected)
  })
})

describe('the last words of a sentence', () => {
  const until = (text: string, word: string) => {
    const { reading, anchor, clause } = behind(text, 'said')
    const end = reading.units.findIndex(({ lower }) => lower === word)
    const last = reading.units[wholeEnd(reading, anchor, { ...clause, end }) - 1]
    return text.slice(reading.units[clause.start]?.start, last?.end)
  }

  it('are not left out alone', () => {
    expect(until('Quill said it would close in July .', 'in')).toBe('it would close in July')
    expect(until('Quill said it would close , Roe hears .', ',')).toBe('it would close')
    expect(until('Quill said it would close in the summer .', 'in')).toBe('it would close')
  })
})

describe('how something was said', () => {
  const isHow = (text: string, verb: string) => {
    const { reading, clause } = behind(text, verb)
    return saysHow(reading, clause)
  }

  it('is no statement of its own', () => {
    expect(isHow('Quill answered her letter by calling it “odd” .', 'answered')).toBe(true)
    expect(isHow('Quill said it would be solved by asking “the people” .', 'said')).toBe(false)
    expect(isHow('Quill said “no” by calling her .', 'said')).toBe(false)
  })
})

describe('what a dash parts from a noun', () => {
  it('is no statement unless it tells what was said', () => {
    const aside = behind('The old claim - “dry run” and all - is gone .', 'claim')
    expect(isAside(aside.reading, aside.anchor, aside.clause.start)).toBe(true)
    const told = behind('The old claim — that it was “odd” — is gone .', 'claim')
    expect(isAside(told.reading, told.anchor, told.clause.start)).toBe(false)
    const said = behind('Quill said - “odd” or not - it was gone .', 'said')
    expect(isAside(said.reading, said.anchor, said.clause.start)).toBe(false)
  })
})
