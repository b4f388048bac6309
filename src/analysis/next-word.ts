import type { Span } from '../article.ts'

/** The codes of characters, by ASCII. */
const apostrophe = 39
const point = 46
const firstBeyond = 128

/**
 * What a pattern of `wordPattern` finds from an offset on; undefined where no word is left. Most words are letters of ASCII
 * between spaces: these are found without the pattern, which takes three times as long.
 */
export function nextWord(text: string, from: number, pattern: RegExp): Span | undefined {
  let start = from
  while (start < text.length && isBetweenWords(text.charCodeAt(start))) start += 1
  let end = start
  while (isLetter(text.charCodeAt(end))) end += 1
  if (end > start && endsWord(text.charCodeAt(end), end - start)) return { start, end }
  pattern.lastIndex = start
  const found = pattern.exec(text)
  return found === null ? undefined : { start: found.index, end: pattern.lastIndex }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isBetweenWords(code: number): boolean {
  return code < firstBeyond && !isLetter(code) && !isDigit(code)
}

/** Whether a run of so many letters is a word whatever follows the next character; at the text's end there is none. */
function endsWord(next: number, letters: number): boolean {
  if (Number.isNaN(next)) return true
  return isBetweenWords(next) && next !== apostrophe && !(next === point && letters === 1)
}
