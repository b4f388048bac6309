import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/analysis/quotes/reading.ts'

/** The words of every mention of a text. */
function mentions(text: string): readonly string[] {
  const { tokens, candidates } = readText(text)
  return candidates.map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end))
}

describe('mentions', () => {
  it.each([
    ['About three in 10 pilots left.', 'About three in 10 pilots'],
    ['More than seven in 10 agreed.', 'More than seven in 10'],
    ['Nearly half of the pilots left.', 'Nearly half'],
    ['Outside, about 80 pilots sang.', 'about 80 pilots'],
    ['One out of five pilots left.', 'One out of five pilots'],
  ])('keep what says how many: %s', (text, expected) => {
    expect(mentions(text)).toContain(expected)
  })

  it.each([
    ['Guards looked at two pilots.', 'two pilots'],
    ['The song about one pilot was long.', 'one pilot'],
    ['Guards talked about two pilots.', 'two pilots'],
    ['Guards met at least two pilots.', 'at least two pilots'],
    ['“It leaks,” said about 80 pilots.', 'about 80 pilots'],
  ])('begin behind what only leads up to a number: %s', (text, expected) => {
    expect(mentions(text)).toContain(expected)
  })

  it('go on over a comma between adjectives', () => {
    expect(mentions('The tall, grey-haired pilot left.')).toEqual(['The tall, grey-haired pilot'])
  })

  it('begin behind how and when something is done', () => {
    expect(mentions('Typically, the port closes.')).toContain('the port')
    expect(mentions('It is typically pilots who sing.')).toContain('pilots')
    expect(mentions('Most recently the port closed.')).not.toContain('Most')
  })

  it('hold the owner of a superlative', () => {
    expect(mentions("Brandt's most loyal friends left.")).toContain("Brandt's most loyal friends")
  })

  it('name bodies with what they are for', () => {
    expect(mentions('The Commission on Harbour Works left.')).toContain('Commission on Harbour Works')
    expect(mentions('The Commission on Tuesday left.')).toContain('Commission')
  })
})
