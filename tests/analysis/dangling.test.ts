import { describe, expect, it } from 'vitest'
import { lacksSpeaker, pointsBack } from '../../src/analysis/dangling.ts'

describe('pointsBack', () => {
  it.each([
    'He left.',
    'It was late.',
    '"She is brave," said Jane Doe.',
    'Their plan failed.',
    'But the mayor stayed.',
    "That's why the mayor stayed.",
    'However, the mayor stayed.',
    'In addition, the mayor stayed.',
    'For example, the mayor stayed.',
    'Later, the mayor stayed.',
    'Despite this, the mayor stayed.',
    'Both left.',
    'Another man left.',
    'One of them left.',
    '— And the mayor stayed.',
  ])('says yes to %j', (sentence) => {
    expect(pointsBack(sentence)).toBe(true)
  })

  it.each([
    'Jane Doe left.',
    'This week the mayor left.',
    'Those who stayed were cold.',
    'So far nobody left.',
    'Instead of talks there was war.',
    'Both Jane Doe and John Roe left.',
    'Later trains were full.',
    'In addition to talks there was war.',
    'After this month of rain the mayor left.',
    'I was there.',
    'Then-mayor Jane Doe left.',
    'There were 30 guests.',
    'Hers-Bonne is a village.',
    '',
  ])('says no to %j', (sentence) => {
    expect(pointsBack(sentence)).toBe(false)
  })
})

describe('lacksSpeaker', () => {
  it.each(['"I agree."', '“I agree,” she said.', '"I agree," said he.'])('says yes to %j', (sentence) => {
    expect(lacksSpeaker(sentence)).toBe(true)
  })

  it.each(['"I agree," Jane Doe said.', 'Jane Doe said "yes" and he said "no".', 'He said so.'])(
    'says no to %j',
    (sentence) => {
      expect(lacksSpeaker(sentence)).toBe(false)
    },
  )
})
