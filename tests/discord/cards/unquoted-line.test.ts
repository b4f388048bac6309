import { expect, it } from 'vitest'
import { unquotedLine } from '../../../src/discord/cards/unquoted-line.ts'

it.each([
  ['de', 'German'],
  ['fr-CA', 'Canadian French'],
  ['und', 'another language'],
  ['tlh-nothing-known', 'another language'],
  ['', 'another language'],
])('names the language of %j as %s', (tag, name) => {
  expect(unquotedLine(tag)).toBe(
    `Quotes and people are found in English texts only; this article is in ${name}.`,
  )
})
