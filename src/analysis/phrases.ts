import type { Reading } from './reading.ts'
import { isCapital } from './term-statistics.ts'
import type { Tongue } from './tongues/tongue.ts'
import { isStopWord, type Word } from './words.ts'

/** A term of several words. */
export interface Phrase {
  /** Its words' stems, joined by spaces. */
  readonly stem: string
  readonly count: number
  readonly weight: number
  /** Written with capitals throughout: a name, but in German, which writes all nouns so. */
  readonly named: boolean
}

/** Longer runs are whole clauses. */
export const mostWords = 4

/** Once is chance, unless the title has it too or it is written as a name. */
const fewestOccurrences = 2

/** What may stand between the words of one term: a space or a hyphen, not a comma or a line's end. */
export const joint = /^(?: |-)$/

interface Candidate {
  readonly stems: readonly string[]
  count: number
  named: boolean
}

/** The words of a term say about equally much: "corruption scandal", but "Lee" and not "Lee adviser". */
const leastOfHeaviest = 0.35

/** Of each of its words' occurrences a term that is no name holds this share. */
const usualShare = 0.3

/** A term says a little more than its heaviest word. */
const advantage = 1.01

/**
 * Finds terms of two to four content words that stand together at least twice in text, headline and standfirst
 * ("corruption scandal"). A shorter term that occurs only within a longer one is left out.
 */
export function findPhrases(reading: Reading, scores: ReadonlyMap<string, number>): readonly Phrase[] {
  const repeated = [...countCandidates(reading).values()].filter(({ count }) => count >= fewestOccurrences)
  const longest = new Map<string, number>()
  for (const { stems, count } of repeated) noteParts(longest, stems, count)
  return repeated
    .filter(({ stems, count }) => count > (longest.get(stems.join(' ')) ?? 0))
    .filter((candidate) => !isRepetition(candidate, reading))
    .map((candidate) => ({ ...candidate, weights: candidate.stems.map((stem) => scores.get(stem) ?? 0) }))
    .filter(({ weights }) => Math.min(...weights) >= leastOfHeaviest * Math.max(...weights))
    .filter((candidate) => candidate.named || isUsual(candidate, reading))
    .map(({ stems, count, named, weights }) => ({
      stem: stems.join(' '),
      count,
      named,
      weight: advantage * Math.max(...weights),
    }))
}

/** Whether the words stand together often enough to be a term, not a chance of grammar: "Kremlin critics" among ten "Kremlin". */
function isUsual({ stems, count }: Candidate, { table }: Reading): boolean {
  return stems.every((stem) => count >= usualShare * (table.terms.get(stem)?.count ?? 0))
}

/** "Word word word", which no term is. "Bora Bora" is a name: it stands half as often as its word, but for the headline. */
function isRepetition({ stems, count, named }: Candidate, { table }: Reading): boolean {
  if (new Set(stems).size === stems.length) return false
  const words = table.terms.get(stems[0] ?? '')?.count ?? 0
  return !named || stems.length > 2 || words < 2 * (count - 1)
}

/** Notes for each shorter part of a phrase how often a longer one holds it. */
function noteParts(longest: Map<string, number>, stems: readonly string[], count: number): void {
  for (let length = 2; length < stems.length; length += 1) {
    for (let from = 0; from + length <= stems.length; from += 1) {
      const part = stems.slice(from, from + length).join(' ')
      longest.set(part, Math.max(longest.get(part) ?? 0, count))
    }
  }
}

/** Words that stand once cannot be in a term that stands twice: passing over them keeps the count small. */
function countCandidates(reading: Reading): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  const again = new Set([...reading.title, ...reading.standfirst].map((word) => word.stem))
  const mayRepeat = ({ stem }: Word): boolean => {
    const count = reading.table.terms.get(stem)?.count ?? 0
    return count > 0 && count + (again.has(stem) ? 1 : 0) >= fewestOccurrences
  }
  const stretch = { tongue: reading.tongue, mayRepeat }
  for (const sentence of reading.words)
    countWithin(candidates, { ...stretch, text: reading.text, words: sentence })
  countWithin(candidates, { ...stretch, text: reading.input.title, words: reading.title })
  countWithin(candidates, { ...stretch, text: reading.input.standfirst ?? '', words: reading.standfirst })
  return candidates
}

interface Stretch {
  readonly text: string
  readonly tongue: Tongue
  readonly words: readonly Word[]
  readonly mayRepeat: (word: Word) => boolean
}

function countWithin(candidates: Map<string, Candidate>, stretch: Stretch): void {
  const { text, tongue, words, mayRepeat } = stretch
  const usable = words.map((word) => mayRepeat(word) && !isStopWord(word.lower, tongue))
  for (let from = 0; from < words.length; from += 1) {
    if (!usable[from]) continue
    for (let to = from + 1; to < Math.min(words.length, from + mostWords); to += 1) {
      if (!usable[to] || !continues(text, words, to)) break
      count(candidates, stretch, words.slice(from, to + 1))
    }
  }
}

/** Whether the word at `to` may follow its predecessor in one term. */
function continues(text: string, sentence: readonly Word[], to: number): boolean {
  const before = sentence[to - 1]
  const word = sentence[to]
  if (!before || !word || !/\p{L}/u.test(word.stem)) return false
  return joint.test(text.slice(before.end, word.start))
}

function count(candidates: Map<string, Candidate>, { text, tongue }: Stretch, words: readonly Word[]): void {
  const stems = words.map((word) => word.stem)
  const key = stems.join(' ')
  const candidate = candidates.get(key) ?? { stems, count: 0, named: true }
  candidate.count += 1
  candidate.named &&= tongue !== 'de' && words.every(({ start }) => isCapital(text.charAt(start)))
  candidates.set(key, candidate)
}
