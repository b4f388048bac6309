import type { Candidate, Reading } from '../quotes/reading.ts'
import { verbAfter } from '../quotes/verb-after.ts'
import type { Entity } from './entities.ts'
import type { Gender } from './entity-kind.ts'
import { genderOfNoun, isPersonNoun } from './person-nouns.ts'

const genders = new Map<string, Gender>([
  ['he', 'male'],
  ['she', 'female'],
])
/** How many candidates before the pronoun are looked at. */
const lookBack = 60
/** An antecedent farther back than this many sentences is not trusted. */
const farthest = 14

/** Points for and against an antecedent; tuned so that recency decides unless subjects and frequency object. */
const points = {
  perSentence: 1,
  subject: 0.8,
  first: 0.5,
  frequency: 0.3,
  possessive: -0.8,
  unsure: -1.2,
  noGender: -0.3,
  sameSentenceObject: -0.4,
  previousSpeaker: 1,
  sameParagraph: 1.2,
  said: -1.5,
  nameless: -2,
}

/** Whom a pronoun means: an entity, or another mention ("two officials … they"). */
export interface Antecedent {
  readonly entity: Entity | undefined
  /** Index of the mention that names or describes it. */
  readonly mention: number
}

/**
 * Tells whom a pronoun means: for "he" and "she" the likeliest person of that gender named before it, for "they" the
 * last group, for "who" what stands right before. `previous` is the speaker of the quote before. Undefined where
 * nobody fits, and for "I", "we" and "you".
 */
export function resolvePronoun(
  reading: Reading,
  index: number,
  previous: Entity | undefined,
): Antecedent | undefined {
  const pronoun = reading.candidates[index]
  const word = reading.tokens[pronoun?.head ?? -1]?.lower ?? ''
  if (pronoun === undefined) return undefined
  if (word === 'who' || word === 'which') return ownerOfClause(reading, index)
  if (word === 'they' || word === 'it') return lastGroup(reading, index, word === 'they')
  const gender = genders.get(word)
  return gender === undefined ? undefined : bestAntecedent(reading, { index, gender, previous })
}

/** "Ann Roe, who said", "a woman in Lowell who said": the nearest mention that the clause can belong to. */
function ownerOfClause(reading: Reading, index: number): Antecedent | undefined {
  const { candidates, units } = reading
  const pronoun = candidates[index]
  for (let at = index - 1; at >= index - 3; at--) {
    const candidate = candidates[at]
    if (candidate === undefined || pronoun === undefined || candidate.kind === 'pronoun') return undefined
    if (units[candidate.first]?.sentence !== units[pronoun.first]?.sentence) return undefined
    // "A woman in Lowell": the place is not who speaks.
    const isPlace = candidate.entity?.kind === 'place' || units[candidate.first - 1]?.tag === 'IN'
    if (!isPlace || at === index - 3) return { entity: candidate.entity, mention: at }
  }
  return undefined
}

/** The last plural description or organisation that is a subject, within this many sentences. */
const farthestGroup = 3

function lastGroup(reading: Reading, index: number, plural: boolean): Antecedent | undefined {
  const { candidates, units, tokens } = reading
  const sentence = units[candidates[index]?.first ?? 0]?.sentence ?? 0
  for (let at = index - 1; at >= Math.max(0, index - lookBack); at--) {
    const candidate = candidates[at]
    if (candidate === undefined || sentence - (units[candidate.first]?.sentence ?? 0) > farthestGroup)
      return undefined
    const isPlural = /^NNP?S$/.test(tokens[candidate.head]?.tag ?? '')
    const isGroup =
      candidate.kind === 'nominal' ? isPlural === plural : candidate.entity?.kind === 'organisation'
    const saysIt = /^(?:V|MD)/.test(units[candidate.last + 1]?.tag ?? '')
    const isSaid = units[candidate.first - 1]?.cue !== undefined
    if (isGroup && (saysIt || isSaid)) return { entity: candidate.entity, mention: at }
  }
  return undefined
}

interface Question {
  readonly index: number
  readonly gender: Gender
  readonly previous: Entity | undefined
}

function bestAntecedent(reading: Reading, { index, gender, previous }: Question): Antecedent | undefined {
  const { candidates, units } = reading
  const place = units[candidates[index]?.first ?? 0]
  const closing = closesReport(reading, index)
  let best: { entity: Entity | undefined; mention: number; score: number } | undefined
  for (let at = index - 1; at >= Math.max(0, index - lookBack); at--) {
    const candidate = candidates[at]
    const unit = units[candidate?.first ?? 0]
    if (candidate === undefined || unit === undefined || !canBe(reading, candidate, gender)) continue
    const distance = (place?.sentence ?? 0) - unit.sentence
    if (distance > farthest) break
    const nearby = place?.paragraph === unit.paragraph ? points.sameParagraph : 0
    const said = distance === 0 && closing ? points.said : 0
    const own = ownScore(candidate.entity, gender, previous)
    const score = scoreOf(reading, candidate, distance) + nearby + said + own
    if (best === undefined || score > best.score) best = { entity: candidate.entity, mention: at, score }
  }
  return best
}

/** "Roe would bring it, he said": whoever is named in what is reported seldom reports it. */
function closesReport({ candidates, units }: Reading, index: number): boolean {
  const first = candidates[index]?.first ?? 0
  return units[first - 1]?.lower === ',' && units[first + 1]?.cue !== undefined
}

/** Whether "he" or "she" can mean a mention; descriptions without a name only as "a fisherman", "a judge". */
function canBe({ tokens }: Reading, candidate: Candidate, gender: Gender): boolean {
  const { entity } = candidate
  if (entity === undefined) {
    const noun = tokens[candidate.head]
    if (candidate.kind !== 'nominal' || noun?.tag !== 'NN' || !isPersonNoun(noun.lower)) return false
    const told = genderOfNoun(noun.lower)
    return told === 'unknown' || told === gender
  }
  if (entity.kind === 'organisation' || entity.kind === 'place') return false
  // What is no person's name but has several words names a thing.
  if (entity.kind === 'other' && entity.name.includes(' ')) return false
  return entity.gender === 'unknown' || entity.gender === gender
}

function ownScore(entity: Entity | undefined, gender: Gender, previous: Entity | undefined): number {
  if (entity === undefined) return points.nameless
  let score = points.frequency * Math.log(entity.count)
  if (entity.kind !== 'person') score += points.unsure
  if (entity.gender !== gender) score += points.noGender
  return entity === previous ? score + points.previousSpeaker : score
}

function scoreOf(reading: Reading, candidate: Candidate, distance: number): number {
  const { units, sentenceStarts } = reading
  const after = units[candidate.last + 1]
  let score = -points.perSentence * distance
  if (after?.tag === 'POS') score += points.possessive
  else if (verbAfter(units, candidate.last) >= 0) score += points.subject
  else if (distance === 0) score += points.sameSentenceObject
  const start = sentenceStarts[units[candidate.first]?.sentence ?? 0] ?? 0
  return candidate.first - start <= 2 ? score + points.first : score
}
