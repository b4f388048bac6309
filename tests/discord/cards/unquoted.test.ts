import { expect, it } from 'vitest'
import { lookups as german } from '../../../src/discord/locales/de/lookups.ts'
import { lookups as english } from '../../../src/discord/locales/en/lookups.ts'

it.each([
  ['de', 'German'],
  ['fr-CA', 'Canadian French'],
  ['und', 'another language'],
  ['no_tag at all', 'another language'],
  ['qqq', 'another language'],
  ['', 'another language'],
])('an article whose language is %j is said to be in %s', (tag, name) => {
  expect(english.unquoted(tag)).toBe(
    `Quotes and people are found in English texts only; this article is in ${name}.`,
  )
})

it('is said in the language of the answers', () => {
  expect(german.unquoted('fr')).toContain('die Sprache dieses Artikels: Französisch.')
})
