import type { Reading } from './reading.ts'
import { isStopWord, type Word } from './words.ts'

/** A term of several words. */
export interface Phrase {
  /** Its words' stems, joined by spaces. */
  readonly stem: string
  readonly count: number
  readonly weight: number
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
}

/**
 * Finds terms of two to four content words that stand together at least twice ("corruption scandal"). A shorter term
 * that occurs only within a longer one is left out. Weights are those of the words, shared out by how often the term
 * stands.
 */
export function findPhrases(reading: Reading, scores: ReadonlyMap<string, number>): readonly Phrase[] {
  const candidates = countCandidates(reading)
  const repeated = [...candidates.values()].filter(({ count }) => count >= fewestOccurrences)
  const longest = new Map<string, number>()
  for (const { stems, count } of repeated) noteParts(longest, stems, count)
  return repeated
    .filter(({ stems, count }) => count > (longest.get(stems.join(' ')) ?? 0))
    .map(({ stems, count }) => {
      const best = Math.max(...stems.map((stem) => scores.get(stem) ?? 0))
      const stem = stems.join(' ')
      return { stem, count, weight: best * (1 + 0.1 * stems.length) }
    })
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
function countCandidates({ text, words, table }: Reading): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  for (const sentence of words) {
    const repeated = sentence.map((word) => (table.terms.get(word.stem)?.count ?? 0) >= fewestOccurrences)
    for (let from = 0; from < sentence.length; from += 1) {
      if (!repeated[from] || isStopWord(sentence[from]?.lower ?? '')) continue
      for (let to = from + 1; to < Math.min(sentence.length, from + mostWords); to += 1) {
        if (!repeated[to] || !continues(text, sentence, to)) break
        count(candidates, sentence.slice(from, to + 1))
      }
    }
  }
  return candidates
}

/** Whether the word at `to` may follow its predecessor in one term. */
function continues(text: string, sentence: readonly Word[], to: number): boolean {
  const before = sentence[to - 1]
  const word = sentence[to]
  if (!before || !word || isStopWord(word.lower) || !/\p{L}/u.test(word.stem)) return false
  return joint.test(text.slice(before.end, word.start))
}

function count(candidates: Map<string, Candidate>, words: readonly Word[]): void {
  const stems = words.map((word) => word.stem)
  const key = stems.join(' ')
  const candidate = candidates.get(key) ?? { stems, count: 0 }
  candidate.count += 1
  candidates.set(key, candidate)
}
