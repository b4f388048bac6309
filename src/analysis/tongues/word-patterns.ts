import type { Tongue } from './tongue.ts'

/** What stands for itself in scripts without spaces. */
const ideograph = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]'
const ideographs = new RegExp(ideograph, 'u')
const letter = '[\\p{L}\\p{N}\\p{M}]'

/** What may stand between the thousands of a number. */
const thousands: Readonly<Record<Tongue, string>> = {
  en: ',',
  de: '[.\\u202f]',
  fr: '[\\u00a0\\u202f]',
  es: '[.\\u202f]',
  other: '[.,\\u202f]',
}

/** Words with an apostrophe inside; a possessive ending is no part of one. */
const contraction = "(?:['’](?![sS](?![\\p{L}\\p{N}]))[\\p{L}\\p{M}]+)*"

/** French elides: what stands before an apostrophe is a word of its own, but for these. */
const unelided = "aujourd['’]hui|quelqu['’]une?s?|presqu['’]îles?|prud['’]hom\\p{L}*"

/** Made when a language is first read: each takes most of a millisecond. */
const patterns = new Map<string, RegExp>()

/**
 * Matches the words of a text: abbreviations with points inside ("U.S.", "z.B."), numbers with thousands ("1,000"), one
 * ideograph, or letters and digits with apostrophes inside them. `natural`'s tokenizers give no offsets, cut "Müller" at the
 * umlaut and "U.S." into letters, so this is our own. Linear: no two alternatives share a way to go on.
 */
export function wordPattern(text: string, tongue: Tongue): RegExp {
  // Looking for ideographs before each letter takes three times as long.
  const one = ideographs.test(text) ? `(?!${ideograph})${letter}` : letter
  const key = one === letter ? tongue : `${tongue} with ideographs`
  const known = patterns.get(key)
  if (known !== undefined) return known
  const made = patternOf(tongue, one)
  patterns.set(key, made)
  return made
}

function patternOf(tongue: Tongue, one: string): RegExp {
  const abbreviation = '\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}\\p{M}])'
  const number = `\\p{Nd}{1,3}(?:${thousands[tongue]}\\p{Nd}{3})+(?![\\p{L}\\p{N}])`
  const word = tongue === 'fr' ? `(?:${one})+` : `(?:${one})+${contraction}`
  const whole = tongue === 'fr' ? `(?:${unelided})(?!${letter})|` : ''
  return new RegExp(`${whole}${abbreviation}|${number}|${ideograph}|${word}`, tongue === 'fr' ? 'giu' : 'gu')
}
