import { bare } from './bare.ts'
import { femaleNames, maleNames } from './first-names.ts'
import { titleModifiers, titles } from './titles.ts'

/** Titles that are part of what their bearers are called: "King Aldric". */
const partOfNames = new Set(['pope', 'king', 'queen', 'prince', 'princess', 'father', 'brother', 'sister'])

/**
 * A name as it is typed, without the titles before it: people are known by their names alone. What may be a given name stays,
 * and so does the last word.
 * @example plainName('Former Prime Minister Ada Quell')  // => 'Ada Quell'
 * @example plainName('Dean Quell')  // => 'Dean Quell'
 */
export function plainName(typed: string): string {
  const words = typed.split(/\s+/).filter((word) => word !== '')
  const lower = words.map((word) => bare(word.toLowerCase()))
  const end = lower.findIndex((word, index) => index === words.length - 1 || !mayBeTitle(word))
  const last = lower.slice(0, Math.max(0, end)).findLastIndex((word) => titles.has(word))
  return last < 0 ? typed : words.slice(last + 1).join(' ')
}

function mayBeTitle(word: string): boolean {
  if (maleNames.has(word) || femaleNames.has(word) || partOfNames.has(word)) return false
  return titles.has(word) || titleModifiers.has(word)
}
