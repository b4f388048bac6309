import { describe, expect, it } from 'vitest'
import { nameParts, samePerson, surnameForms } from '../../src/archive/person-names.ts'

describe('nameParts', () => {
  it.each([
    ['Ada M. Quell', ['ada', 'quell']],
    ['John F. O’Neil Jr.', ['john', 'neil', 'jr']],
    ['Łukasz Żak', ['lukasz', 'zak']],
    ['李 明', ['李', '明']],
    ['E', []],
    ['', []],
  ])('leaves the initials of %j out', (name, expected) => {
    expect(nameParts(name)).toEqual(expected)
  })
})

describe('surnameForms', () => {
  it.each([
    ['Ada Quell', ['quell']],
    ['Vincent van Gogh', ['gogh', 'van gogh']],
    ['Cy Quell Jr.', ['quell']],
    ['A B C D E F', []],
    ['Ann de la Cruz y Mar', ['mar', 'cruz mar', 'la cruz mar']],
    ['Quell', []],
    ['', []],
  ])('of %j are %j', (name, expected) => {
    expect(surnameForms(name)).toEqual(expected)
  })
})

describe('samePerson', () => {
  it.each([
    ['Ada Quell', 'ADA QUELL'],
    ['Ada M. Quell', 'Ada Quell'],
    ['Ada Maria Quell', 'Ada Quell'],
    ['Zoë Łapka', 'Zoe Lapka'],
  ])('%j is %j', (first, second) => {
    expect(samePerson(first, second)).toBe(true)
    expect(samePerson(second, first)).toBe(true)
  })

  it.each([
    ['Ada Quell', 'Bo Quell'],
    ['Ada Maria Quell', 'Ada Marta Quell'],
    ['Cy Quell', 'Cy Quell Jr.'],
    ['Ada Quell', 'Quell'],
    ['Quell', 'Quell'],
    ['', ''],
  ])('%j is not %j', (first, second) => {
    expect(samePerson(first, second)).toBe(false)
  })
})
