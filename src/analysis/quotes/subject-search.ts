import { countWhile } from './bisect.ts'
import type { Candidate, Reading } from './reading.ts'
import { finiteTag } from './tags.ts'
import type { Unit } from './units.ts'

/** A sentence is searched for its subject at most so many units to the left; longer ones are lists. */
const reach = 70
/** Verbs lead to verbs ("refused to say", ", adding") at most so often. */
const mostSteps = 4

const insideVerb = /^(?:RB|MD|TO|JJ|VBN|VBG|VBP?)$/
/** Tags of words within noun phrases. */
export const insideNoun = /^(?:DT|JJ|JJR|JJS|CD|NNS?|NNPS?|POS|PRP\$|FW|VBN)$/
const auxiliaries = new Set(
  "have has had is was were are be been being do does did 's 've 'd get got".split(' '),
)
/** Whoever stands behind these and before a gerund does what it says. */
const presents = new Set('with has have had'.split(' '))
/** "Of" such a thing is whom it shows. */
const recordings = new Set(
  'footage video videos audio clip clips film recording recordings tape tapes image images photo photos picture pictures'.split(
    ' ',
  ),
)
const subordinators = new Set(
  'that because although though while whilst as if when whenever where after before since until unless but whereas whether why how'.split(
    ' ',
  ),
)

/** What is held up or worn to be read speaks for itself. */
const shown = new Set(
  'sign signs banner banners placard placards poster shirt t-shirt shirts hat cap button sticker'.split(' '),
)

/** "Last week, Roe said": no subject, though it begins a clause and a comma follows. */
const times = new Set(
  'time moment minutes hours day days night evening morning afternoon week weeks month months year years weekend summer winter spring autumn'.split(
    ' ',
  ),
)

/** The subject of a verb that stands before it, as an index into the candidates; -1 where none is found. */
export function subjectBefore(reading: Reading, verb: number): number {
  return new SubjectSearch(reading, verb).subjectOf(verb, 0)
}

/** One search; it never leaves the verb's sentence. */
class SubjectSearch {
  readonly #units: readonly Unit[]
  readonly #candidates: readonly Candidate[]
  readonly #first: number
  /** The candidates of the sentence before the verb, by their last unit; the longest where several end there. */
  readonly #endingAt = new Map<number, number>()

  constructor({ units, candidates, sentenceStarts }: Reading, verb: number) {
    this.#units = units
    this.#candidates = candidates
    this.#first = Math.max(sentenceStarts[units[verb]?.sentence ?? 0] ?? 0, verb - reach)
    for (let index = lastBefore(candidates, verb); index >= 0; index--) {
      const { first, last } = candidates[index] as Candidate
      if (last < this.#first) break
      if (last < verb && first >= this.#first) this.#endingAt.set(last, index)
    }
  }

  subjectOf(verb: number, steps: number): number {
    if (steps > mostSteps || verb < this.#first) return -1
    let at = verb - 1
    while (this.#isInsideVerb(at)) {
      // "Refused to say", "began saying": the verb before has the subject.
      if (this.#isFullVerb(at)) return this.subjectOf(at, steps + 1)
      at--
    }
    const unit = this.#units[at]
    if (unit === undefined || at < this.#first) return -1
    const isGerund = this.#units[verb]?.tag === 'VBG' && at === verb - 1
    // "Rose to view", "won by asking": these have the subject of the verb before.
    if (this.#units[at + 1]?.tag === 'TO' || (isGerund && unit.tag === 'IN'))
      return this.#subjectOfVerbBefore(at + 1, steps)
    const person = isGerund ? this.#personEndingAt(at) : -1
    if (person >= 0) return person
    const named = this.#phraseEndingAt(at)
    if (named >= 0 && isGerund && this.#isObject(named)) return this.#subjectOfVerbBefore(at, steps)
    if (named >= 0) return named
    if (unit.tag === 'WP' || unit.tag === 'WDT' || unit.lower === 'that') return this.#ownerBefore(at)
    if (unit.tag === 'CC')
      return isGerund ? this.#besideGerund(at, steps) : this.#subjectOfVerbBefore(at, steps)
    if (!isPause(unit)) return -1
    const outer = isGerund ? this.#subjectOfVerbBefore(at, steps) : this.#pastInsertions(at)
    if (outer >= 0) return outer
    return isGerund ? this.#pastInsertions(at) : this.#subjectOfVerbBefore(at, steps)
  }

  /** "Footage of Ann Roe saying", "with Ann Roe saying", "it has Ann Roe saying": a person who is named right before a gerund. */
  #personEndingAt(end: number): number {
    const index = this.#endingAt.get(end) ?? -1
    const candidate = this.#candidates[index]
    if (candidate?.entity?.kind !== 'person') return -1
    const before = this.#units[candidate.first - 1]?.lower ?? ''
    const recorded = before === 'of' && recordings.has(this.#units[candidate.first - 2]?.lower ?? '')
    return recorded || presents.has(before) ? index : -1
  }

  /** "With Ann Roe saying it is late and asking": the subject of the gerund before, if that is named right before it. */
  #besideGerund(before: number, steps: number): number {
    let at = before - 1
    while (at >= this.#first && this.#units[at]?.tag !== 'VBG') at--
    const person = this.#personEndingAt(at - 1)
    return person >= 0 ? person : this.#subjectOfVerbBefore(before, steps)
  }

  #isInsideVerb(at: number): boolean {
    const unit = this.#units[at]
    if (unit === undefined || at < this.#first || this.#endingAt.has(at)) return false
    return insideVerb.test(unit.tag) || auxiliaries.has(unit.lower) || this.#isFullVerb(at)
  }

  #isFullVerb(at: number): boolean {
    const unit = this.#units[at]
    return unit !== undefined && /^VB[DZP]$/.test(unit.tag) && !auxiliaries.has(unit.lower)
  }

  /** "A spokesman for the city": from the phrase that ends here to the one that the whole begins with. */
  #phraseEndingAt(end: number): number {
    let found = -1
    let at = end
    for (let steps = 0; steps <= mostSteps; steps++) {
      while (at >= this.#first && !this.#endingAt.has(at) && insideNoun.test(this.#units[at]?.tag ?? '')) at--
      const here = this.#endingAt.get(at)
      if (here === undefined || at < this.#first) return found
      found = here
      const first = this.#startOf(here)
      if (first <= this.#first || !isPreposition(this.#units[first - 1])) return found
      at = this.#beforeParticiple(first - 2)
    }
    return found
  }

  /** "Pilots walking along the pier sang": from a participle to the noun that it belongs to. */
  #beforeParticiple(at: number): number {
    return /^VB[GND]$/.test(this.#units[at]?.tag ?? '') && this.#endingAt.has(at - 1) ? at - 1 : at
  }

  /** Where the noun phrase of a mention begins: titles, articles and modifiers may stand before it. */
  #startOf(phrase: number): number {
    let at = this.#candidates[phrase]?.first ?? 0
    while (at > this.#first && insideNoun.test(this.#units[at - 1]?.tag ?? '')) at--
    return at
  }

  /** Whose relative clause begins at a unit: "Roe, who". */
  #ownerBefore(at: number): number {
    const before = isPause(this.#units[at - 1]) ? at - 2 : at - 1
    return this.#phraseEndingAt(before)
  }

  /** The subject of the nearest finite verb that is not itself reported: "Roe said Doe lied, adding". */
  #subjectOfVerbBefore(before: number, steps: number): number {
    for (let at = before - 1; at >= this.#first; at--) {
      const unit = this.#units[at]
      if (unit === undefined || !(finiteTag.test(unit.tag) || unit.cue !== undefined)) continue
      if (/^(?:N|VBG|VBN|J)/.test(unit.tag)) continue
      const subject = this.subjectOf(at, steps + 1)
      if (subject < 0) continue
      if (!this.#isReported(subject)) return subject
      at = Math.min(at, this.#candidates[subject]?.first ?? 0)
    }
    return -1
  }

  /** "Roe issued a statement saying", "Roe answered a question writing"; but "held a sign saying", "with Roe saying". */
  #isObject(phrase: number): boolean {
    const before = this.#units[this.#startOf(phrase) - 1]
    if (before?.lower === 'with' || shown.has(this.#units[this.#candidates[phrase]?.last ?? -1]?.lower ?? ''))
      return false
    return before !== undefined && (before.tag.startsWith('V') || before.tag === 'IN' || before.tag === 'TO')
  }

  /** Whether a subject begins a clause that depends on a verb before it. */
  #isReported(subject: number): boolean {
    const at = this.#startOf(subject)
    const before = this.#units[at - 1]
    if (before === undefined || at <= this.#first) return false
    // "But Roe rose and said": it depends on nothing.
    if (before.tag === 'CC' && at - 1 === this.#first) return false
    return (
      subordinators.has(before.lower) ||
      before.cue !== undefined ||
      before.tag === 'WP' ||
      before.tag === 'WDT'
    )
  }

  /** The leftmost phrase that begins a clause and has an insertion behind it: "Roe, an engineer, of Lowell, said". */
  #pastInsertions(pause: number): number {
    let best = -1
    for (let at = pause; at >= this.#first; at--) {
      if (!isOpener(this.#units[at])) continue
      const phrase = this.#phraseEndingAt(at - 1)
      if (phrase < 0) continue
      const first = this.#startOf(phrase)
      if (
        !this.#beginsClause(first) ||
        times.has(this.#units[this.#candidates[phrase]?.last ?? -1]?.lower ?? '')
      )
        continue
      best = phrase
      if (!isPause(this.#units[first - 1])) return best
    }
    return best
  }

  #beginsClause(at: number): boolean {
    const before = this.#units[at - 1]
    if (before === undefined || at <= this.#first) return true
    // "Between Roe and the mayor, …" is no beginning.
    if (before.tag === 'CC') return at - 1 === this.#first || isPause(this.#units[at - 2])
    return isPause(before) || before.region >= 0 || subordinators.has(before.lower)
  }
}

/** The last candidate that begins before a unit; -1 where none does. */
export function lastBefore(candidates: readonly Candidate[], unit: number): number {
  return countWhile(candidates, ({ first }) => first < unit) - 1
}

function isPreposition(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.tag === 'IN' || unit.tag === 'TO') && !subordinators.has(unit.lower)
}

/** A comma, dash, colon or closing bracket. */
export function isPause(unit: Unit | undefined): boolean {
  return unit !== undefined && /^(?:,|\)|—|–|-|--|:|;)$/.test(unit.lower)
}

function isOpener(unit: Unit | undefined): boolean {
  return unit !== undefined && /^(?:,|\(|—|–|-|--)$/.test(unit.lower)
}
