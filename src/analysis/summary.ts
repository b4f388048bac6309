import { findEligible } from './eligible-sentences.ts'
import { expectWords, type SummaryModel, shippedModel } from './expected-words.ts'
import type { Reading } from './reading.ts'
import { emptySet, type SentenceSet } from './sentence-sets.ts'
import type { CountedSentence } from './term-statistics.ts'

/** The length at which a set of sentences is chosen as a whole, since most summaries are read at it. */
const setSize = 3

/** Of so many best units the best set is sought: 455 sets of three. More change the choice rarely. */
const mostCandidates = 15

/** So many sentences are chosen one by one for longer summaries; what follows is ranked by its own worth. */
const mostChosen = 10

/** From so many units each of them is chosen. */
const chosenAmong = 20

/** A sentence with those before it that it points back to, in reading order. */
type Unit = readonly CountedSentence[]

/**
 * Ranks the sentences of an article for a summary, best first, by index. Every beginning of the ranking can be shown
 * in reading order: a sentence that points back ("He …", "But …") stands somewhere after its predecessor. Sentences
 * unfit for a summary are left out, with those that only they would explain.
 */
export function rankSentences(reading: Reading, model: SummaryModel = shippedModel): readonly number[] {
  const set = emptySet(expectWords(reading, model))
  const units = unitsOf(reading)
    .map((unit) => ({ unit, value: valueWith(set, unit) }))
    .sort((a, b) => b.value - a.value)
    .map(({ unit }) => unit)
  const first = units.slice(0, chosenAmong)
  const best = new Set(bestSet(set, first.slice(0, mostCandidates)))
  const inBest = first.filter((unit) => unit.every(({ index }) => best.has(index)))
  grow(set, inBest, best.size)
  grow(set, first, mostChosen)
  return [...new Set([...set.indexes, ...units.flat().map(({ index }) => index)])]
}

function unitsOf(reading: Reading): readonly Unit[] {
  const eligible = findEligible(reading)
  const { sentences } = reading.table
  return Array.from(eligible, ([index, predecessors]) =>
    sentences.slice(index - predecessors, index + 1).filter((member) => eligible.has(member.index)),
  )
}

/** What the set would be worth with a unit more. */
function valueWith(set: SentenceSet, unit: Unit): number {
  const added = pushUnit(set, unit)
  const value = set.value()
  for (let count = 0; count < added; count += 1) set.pop()
  return value
}

/** Adds those sentences of a unit that are not in the set. @returns how many. */
function pushUnit(set: SentenceSet, unit: Unit): number {
  let added = 0
  for (const sentence of unit) {
    if (set.has(sentence.index)) continue
    set.push(sentence)
    added += 1
  }
  return added
}

/** The most valuable set of three sentences that units make up; of as many as there are where they are fewer. */
function bestSet(set: SentenceSet, units: readonly Unit[]): readonly number[] {
  let best: { indexes: readonly number[]; value: number } = { indexes: [], value: 0 }
  const search = (from: number): void => {
    const { length } = set.indexes
    if (length > best.indexes.length || (length === best.indexes.length && set.value() > best.value))
      best = { indexes: [...set.indexes], value: set.value() }
    if (length === setSize) return
    for (let next = from; next < units.length; next += 1) {
      const unit = units[next] ?? []
      // Most of the last sentences cannot make it the best.
      if (length === setSize - 1 && best.indexes.length === setSize && set.mostWith(unit) <= best.value)
        continue
      const added = pushUnit(set, unit)
      if (added > 0 && set.indexes.length <= setSize) search(next + 1)
      for (let count = 0; count < added; count += 1) set.pop()
    }
  }
  search(0)
  return best.indexes
}

/** Adds the unit that leaves the set most valuable, again and again, until it has `size` sentences or nothing is left. */
function grow(set: SentenceSet, units: readonly Unit[], size: number): void {
  while (set.indexes.length < size) {
    let best: { unit: Unit; value: number } | undefined
    for (const unit of units) {
      if (unit.every(({ index }) => set.has(index))) continue
      if (best !== undefined && set.mostWith(unit) <= best.value) continue
      const value = valueWith(set, unit)
      if (best === undefined || value > best.value) best = { unit, value }
    }
    if (best === undefined) return
    pushUnit(set, best.unit)
  }
}
