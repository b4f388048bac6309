import type { Reading } from './reading.ts'
import type { Attributed } from './speakers.ts'

/**
 * Numbers the statements that quotes are pieces of, which are asked for in reading order. Pieces of one statement stand in
 * one paragraph and have one speaker: both sides of "he said", a sentence quoted on without a new reporting verb, what is
 * "added".
 */
export function statementNumbers(reading: Reading): (quote: Attributed) => number {
  let statement = -1
  let before: Attributed | undefined
  return (quote) => {
    if (before === undefined || !continues(reading, before, quote)) statement++
    before = quote
    return statement
  }
}

/** Quotes without a reporting verb of their own carry on if they follow within this many sentences. */
const farthest = 1

function continues({ units }: Reading, before: Attributed, quote: Attributed): boolean {
  const last = units[before.found.asked.to - 1]
  const first = units[quote.found.asked.from]
  if (last === undefined || first === undefined || last.paragraph !== first.paragraph) return false
  if (before.speakers[0]?.key !== quote.speakers[0]?.key || before.speakers[0]?.key === 'nobody') return false
  const distance = first.sentence - last.sentence
  const { cue } = quote.found.asked
  if (cue < 0) return distance <= farthest
  return cue === before.found.asked.cue || (distance === 0 && units[cue]?.cue?.form === 'gerund')
}
