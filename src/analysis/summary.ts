import { findEligible } from './eligible-sentences.ts'
import { expectWords, type SummaryModel, shippedModel } from './expected-words.ts'
import type { Reading } from './reading.ts'
import { emptySet, type SentenceSet, type WeighedSentence, weighSentence } from './sentence-sets.ts'

/** The length at which a set of sentences is chosen as a whole, since most summaries are read at it. */
const setSize = 3

/** Of so many best units the best set is sought: 455 sets of three. More change the choice rarely. */
const mostCandidates = 15

/** So many sentences are chosen one by one for longer summaries; what follows is ranked by its own worth. */
const mostChosen = 10

/** From so many units each of them is chosen. */
const chosenAmong = 20

/** A sentence with those before it that it points back to, by index, in reading order. */
type Unit = readonly number[]

/** Its sentences. They are taken apart for each look, since those of a long article would fill the memory. */
type WeighedUnit = readonly WeighedSentence[]

/**
 * Ranks the sentences of an article for a summary, best first, by index. Every beginning of the ranking can be shown
 * in reading order: a sentence that points back ("He …", "But …") stands somewhere after its predecessor. Sentences
 * unfit for a summary are left out, with those that only they would explain.
 */
export function rankSentences(reading: Reading, model: SummaryModel = shippedModel): readonly number[] {
  const set = emptySet(expectWords(reading, model))
  const weigh = (unit: Unit): WeighedUnit => unit.map((index) => weighSentence(reading, index))
  const units = unitsOf(reading)
    .map((unit) => ({ unit, value: valueWith(set, weigh(unit)) }))
    .sort((a, b) => b.value - a.value)
    .map(({ unit }) => unit)
  const weighed = units.slice(0, chosenAmong).map(weigh)
  const best = new Set(bestSet(set, weighed.slice(0, mostCandidates)))
  const inBest = weighed.filter((unit) => unit.every(({ index }) => best.has(index)))
  grow(set, inBest, best.size)
  grow(set, weighed, mostChosen)
  return [...new Set([...set.indexes, ...units.flat()])]
}

function unitsOf(reading: Reading): Unit[] {
  const eligible = findEligible(reading)
  return Array.from(eligible, ([index, predecessors]) =>
    Array.from({ length: predecessors + 1 }, (_, offset) => index - predecessors + offset).filter((member) =>
      eligible.has(member),
    ),
  )
}

/** What the set would be worth with a unit more. */
function valueWith(set: SentenceSet, unit: WeighedUnit): number {
  const added = pushUnit(set, unit)
  const value = set.value()
  for (let count = 0; count < added; count += 1) set.pop()
  return value
}

/** Adds those sentences of a unit that are not in the set. @returns how many. */
function pushUnit(set: SentenceSet, unit: WeighedUnit): number {
  let added = 0
  for (const sentence of unit) {
    if (set.has(sentence.index)) continue
    set.push(sentence)
    added += 1
  }
  return added
}

/** The most valuable set of three sentences that units make up; of as many as there are where they are fewer. */
function bestSet(set: SentenceSet, units: readonly WeighedUnit[]): readonly number[] {
  let best: { indexes: readonly number[]; value: number } = { indexes: [], value: 0 }
  const search = (from: number): void => {
    const { length } = set.indexes
    if (length > best.indexes.length || (length === best.indexes.length && set.value() > best.value))
      best = { indexes: [...set.indexes], value: set.value() }
    if (length === setSize) return
    for (let next = from; next < units.length; next += 1) {
      const added = pushUnit(set, units[next] ?? [])
      if (added > 0 && set.indexes.length <= setSize) search(next + 1)
      for (let count = 0; count < added; count += 1) set.pop()
    }
  }
  search(0)
  return best.indexes
}

/** Adds the unit that leaves the set most valuable, again and again, until it has `size` sentences or nothing is left. */
function grow(set: SentenceSet, units: readonly WeighedUnit[], size: number): void {
  while (set.indexes.length < size) {
    const left = units.filter((unit) => unit.some(({ index }) => !set.has(index)))
    const values = left.map((unit) => valueWith(set, unit))
    const best = left[values.indexOf(Math.max(...values))]
    if (!best) return
    pushUnit(set, best)
  }
}
