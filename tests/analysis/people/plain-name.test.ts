import { expect, it } from 'vitest'
import { plainName } from '../../../src/analysis/people/plain-name.ts'

it.each([
  ['Sen. Ada Quell', 'Ada Quell'],
  ['SEN Quell', 'Quell'],
  ['former Prime Minister Ada Quell', 'Ada Quell'],
  ['Mrs. Quell', 'Quell'],
  ['Ada Quell', 'Ada Quell'],
  ['ada', 'ada'],
  ['Sen.', 'Sen.'],
  ['Dean Quell', 'Dean Quell'],
  ['Green Quell', 'Green Quell'],
  ['Peter King', 'Peter King'],
  ['King Aldric', 'King Aldric'],
  ['', ''],
])('takes the titles before a name away: %j', (typed, expected) => {
  expect(plainName(typed)).toBe(expected)
})
