/** Letters that Unicode does not decompose, though readers type the plain ones. */
const plainLetters = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  // The same Greek letter: at the end of a word it is written differently.
  ['ς', 'σ'],
])

const plainLettersPattern = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'gu')

/** Most names are written so, and folding them costs a tenth. */
const plain = /^[ -~]*$/

/**
 * The text without case and diacritics, white space squeezed, for names that must compare equal.
 * @example fold('  Łódź  Straße ')  // => 'lodz strasse'
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(plainLettersPattern, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * The folded words of a text: its runs of letters and digits, in order.
 * @example foldedWords("Zoë O'Neil-Čapek")  // => ['zoe', 'o', 'neil', 'capek']
 */
export function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
