import { foldedWords } from './fold.ts'

/** What tells a son from his father; part of the name, but not of the surname. */
const generations: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])
/** "Juan de la Cruz" is the longest kind of surname that is asked for whole. */
const maxSurnameWords = 3

/**
 * The folded words of a name without its initials, which some outlets write and others don't.
 * @example nameParts('John F. O’Neil Jr.')  // => ['john', 'neil', 'jr']
 */
export function nameParts(name: string): readonly string[] {
  return foldedWords(name).filter((word) => !/^[a-z]$/.test(word))
}

/**
 * The forms in which a full name's surname may stand alone, shortest first; none for a name of one word.
 * @example surnameForms('Vincent van Gogh')  // => ['gogh', 'van gogh']
 */
export function surnameForms(name: string): readonly string[] {
  const parts = nameParts(name).filter((word) => !generations.has(word))
  const longest = Math.min(parts.length - 1, maxSurnameWords)
  return Array.from({ length: Math.max(0, longest) }, (_, index) => parts.slice(-index - 1).join(' '))
}

/**
 * Whether two full names are one person's: first and last word agree, and what stands between them in one is not
 * contradicted by the other. Names of one word are nobody's full name.
 * @example samePerson('Ada M. Quell', 'Ada Quell')  // => true
 * @example samePerson('Ada Quell', 'Bo Quell')  // => false
 */
export function samePerson(first: string, second: string): boolean {
  const [shorter, longer] = [nameParts(first), nameParts(second)].sort((a, b) => a.length - b.length)
  if (shorter === undefined || longer === undefined || shorter.length < 2) return false
  const words = new Set(longer)
  return (
    shorter[0] === longer[0] && shorter.at(-1) === longer.at(-1) && shorter.every((word) => words.has(word))
  )
}
