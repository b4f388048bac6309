import { describe, expect, it } from 'vitest'
import { readPeopleAndQuotes } from '../../../src/analysis/quotes/read.ts'
import { findSentences } from '../../../src/analysis/sentences.ts'

const speakers = (text: string) =>
  readPeopleAndQuotes(text, '', findSentences(text)).quotes.map(({ speaker }) => speaker?.name)

describe('descriptions', () => {
  it.each([
    ['a name follows', '“It leaks,” the mayor, Otto Brandt, said on Monday.', 'Otto Brandt'],
    [
      'a name follows what belongs to the noun',
      '“It leaks,” the port’s head of pilots, Otto Brandt, said on Monday.',
      'Otto Brandt',
    ],
    [
      'it belongs to someone',
      '“It leaks,” according to its spokesman, Otto Brandt, who left.',
      'Otto Brandt',
    ],
    ['it is a company', '“It leaks,” the ferry company, Quill Line, said in a statement.', 'Quill Line'],
  ])('mean the name beside them where %s', (_, text, expected) => {
    expect(speakers(text)).toEqual([expected])
  })

  it.each([
    '“It leaks,” said another pilot, Otto Brandt.',
    '“It leaks,” said lawyer and former mayor Otto Brandt.',
    'Former pilot and Lowell Mayor Otto Brandt, who left, said on Monday, “It leaks.”',
  ])('mean the name that they lead up to: %s', (text) => {
    expect(speakers(text)).toEqual(['Otto Brandt'])
  })

  it('mean the only holder of an office alone', () => {
    const text =
      'The mayor, Otto Brandt, came on Monday with his brother.\n\n“It leaks,” the mayor said after lunch.'
    expect(speakers(text)).toEqual(['Otto Brandt'])
  })

  it.each([
    'Mayor Otto Brandt met Mayor Ann Quill at the pier on Monday.\n\n“It leaks,” the mayor said after lunch.',
    'Former Mayor Otto Brandt came on Monday.\n\n“It leaks,” the mayor said after lunch.',
    'A mayor came. So did another mayor, Otto Brandt, on Monday.\n\n“It leaks,” the mayor said after lunch.',
  ])('mean nobody in particular where several may be meant: %s', (text) => {
    expect(speakers(text)).toEqual(['the mayor'])
  })

  it('are not joined with the next name of a list', () => {
    expect(speakers('“It leaks,” the baker, Otto Brandt, and two others said on Monday.')).not.toEqual([])
    expect(speakers('According to Otto Brandt, the baker said that it leaked.')).not.toContain(
      'the baker Otto',
    )
  })

  it('keep the participle that an agent follows', () => {
    expect(speakers('“It leaks,” according to a letter published by the port.')).toEqual([
      'a letter published by the port',
    ])
  })

  it('end before the verb of their sentence', () => {
    expect(
      speakers('The ministry refused in a letter of two lines. It said there was “no hurry at all”.'),
    ).toEqual(['The ministry'])
  })
})
