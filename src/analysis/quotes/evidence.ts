import type { Asked } from './asked.ts'
import type { Circumstances } from './circumstances.ts'
import type { Profile } from './profiles.ts'
import type { Candidate, Reading } from './reading.ts'
import { followsAccording, kindOfSpeaker } from './speaker-kinds.ts'
import type { Unit } from './units.ts'

/** Columns of a candidate's evidence: what its features say, too, in numbers small enough for a byte. */
export const evidenceColumns = 25
const largest = 127

/**
 * What is to be known of a candidate for one quote, in a fixed order of columns. All zero for "nobody" but for what
 * it says of the quote.
 */
export function evidenceOf(
  reading: Reading,
  asked: Asked,
  choice?: { candidate: Candidate; profile: Profile; circumstances: Circumstances },
): Int8Array {
  const own = choice === undefined ? noEvidence : ownEvidence(reading, asked, choice)
  const row = new Int8Array(evidenceColumns)
  let column = 0
  const add = (value: number): void => {
    row[column++] = Math.max(-largest, Math.min(largest, value))
  }
  for (const value of own) add(value)
  add(asked.look & 7)
  add(asked.look >> 3)
  add(asked.shape)
  add(cueGap(asked))
  return row
}
const ownColumns = 21
const noEvidence: readonly number[] = new Array<number>(ownColumns).fill(0)

function ownEvidence(
  reading: Reading,
  asked: Asked,
  choice: { candidate: Candidate; profile: Profile; circumstances: Circumstances },
): readonly number[] {
  const { units, sentenceStarts } = reading
  const { candidate, profile, circumstances } = choice
  const { spoken, subject, samePrevious, sincePrevious, between, mentionsBetween } = circumstances
  const isBefore = candidate.last < asked.from
  const quote = units[isBefore ? asked.from : asked.to - 1]
  const own = units[candidate.first]
  const isGoverned = asked.cue >= 0
  return [
    profile.kind,
    subject,
    spoken?.gap ?? 0,
    spoken === undefined ? 0 : spoken.rivals + 1,
    spoken === undefined ? 0 : spoken.apart + 1,
    isGoverned && spoken?.at === asked.cue ? 1 : 0,
    isBefore ? candidate.last - asked.from : candidate.first - asked.to + 1,
    Math.abs((quote?.sentence ?? 0) - (own?.sentence ?? 0)),
    (quote?.paragraph ?? 0) - (own?.paragraph ?? 0),
    samePrevious ? 1 : 0,
    sincePrevious,
    between,
    mentionsBetween,
    isGoverned && profile.verbAt === asked.cue ? 1 : 0,
    isGoverned && profile.invertedAt === asked.cue ? 1 : 0,
    kindOfNeighbour(own, units[candidate.first - 1]),
    kindOfNeighbour(own, units[candidate.last + 1]),
    candidate.entity?.count ?? 0,
    candidate.first - (sentenceStarts[own?.sentence ?? 0] ?? 0),
    kindOfSpeaker(reading, candidate),
    followsAccording(reading, candidate) ? 1 : 0,
  ]
}

/** Where the governing verb stands: units before (negative) or behind the quote; 0 where there is none. */
function cueGap({ cue, from, to }: Asked): number {
  if (cue < 0) return 0
  return cue < from ? cue - from : cue - to + 1
}

/** What stands right before or behind a candidate in its sentence, as a number; 0 where nothing does. */
function kindOfNeighbour(own: Unit | undefined, neighbour: Unit | undefined): number {
  if (neighbour === undefined || neighbour.sentence !== own?.sentence) return 0
  const { tag } = neighbour
  if (/^(?:V|MD)/.test(tag)) return 1
  return 1 + neighbours.findIndex((tags) => tags.includes(tag)) + 1
}
const neighbours = [['IN', 'TO'], [','], ['CC'], ['POS'], ['WP', 'WDT']]
