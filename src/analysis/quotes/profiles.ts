import { bucket, hashOf } from './features.ts'
import type { Candidate, Reading } from './reading.ts'
import { signatureOf } from './signatures.ts'
import type { Unit } from './units.ts'
import { verbAfter } from './verb-after.ts'

/** What a candidate looks like wherever the quote stands; made once per candidate. */
export interface Profile {
  readonly kind: number
  readonly headHash: number
  /** The verb it is subject of, by place: its lemma's hash and the distance to it; 0 where none. */
  readonly subjectOf: number
  readonly subjectGap: number
  /** Unit of that verb; -1 where none. */
  readonly verbAt: number
  /** The reporting verb right before it: “…,” said Roe. */
  readonly invertedAt: number
  readonly before: number
  readonly beforeTag: number
  readonly after: number
  readonly afterTag: number
  readonly order: number
  /** 1 where it begins a short paragraph, 2 where a dash stands before it there: a signature under a quote. */
  readonly signature: number
}

const kinds = { name: 1, pronoun: 2, nominal: 3 } as const

/** Reads a candidate's surroundings. */
export function profileOf(reading: Reading, candidate: Candidate): Profile {
  const { units, tokens, sentenceStarts } = reading
  const sentence = units[candidate.first]?.sentence ?? 0
  const same = (index: number) => (units[index]?.sentence === sentence ? units[index] : undefined)
  const verbAt = verbAfter(units, candidate.last)
  const verb = units[verbAt]
  const head = tokens[candidate.head]
  const entity = candidate.entity
  const kindOfEntity =
    entity === undefined ? 0 : ['person', 'organisation', 'place', 'other'].indexOf(entity.kind) + 1
  return {
    kind: kinds[candidate.kind] + 4 * kindOfEntity,
    headHash: candidate.kind === 'name' ? 3 : hashOf(head?.lower ?? ''),
    subjectOf: verb === undefined ? 0 : hashOf(verb.cue?.lemma ?? verb.tag),
    subjectGap: verb === undefined ? 0 : bucket(verbAt - candidate.last),
    verbAt,
    invertedAt: same(candidate.last + 1)?.tag === 'POS' ? -1 : cueBefore(units, candidate.first),
    before: same(candidate.first - 1)?.wordHash ?? 1,
    beforeTag: same(candidate.first - 1)?.tagHash ?? 1,
    after: same(candidate.last + 1)?.wordHash ?? 1,
    afterTag: same(candidate.last + 1)?.tagHash ?? 1,
    signature: signatureOf(reading, candidate),
    order: bucket(candidate.first - (sentenceStarts[sentence] ?? 0)),
  }
}

/** The reporting verb before a candidate, over an article and a few words of role. */
function cueBefore(units: readonly Unit[], first: number): number {
  const sentence = units[first]?.sentence
  for (let index = first - 1; index >= first - 4; index--) {
    const unit = units[index]
    if (unit?.sentence !== sentence || unit === undefined) return -1
    if (unit.cue !== undefined) return index
    if (!/^(?:DT|JJ|NN|NNP|PRP\$|TO|RB|POS|NNS|VBN)$/.test(unit.tag)) return -1
  }
  return -1
}
