import type { Asked } from './asked.ts'
import type { Circumstances } from './circumstances.ts'
import { bucket, feature, secondTemplates } from './features.ts'
import type { Profile } from './profiles.ts'
import type { Candidate, Reading } from './reading.ts'
import type { Unit } from './units.ts'

const base = secondTemplates

/** Features of one candidate for one quote. */
export function speakerFeatures(
  reading: Reading,
  asked: Asked,
  choice: { candidate: Candidate; profile: Profile; circumstances: Circumstances },
): number[] {
  const { units } = reading
  const { candidate, profile, circumstances } = choice
  const place = placeOf(units, asked, candidate)
  const list: number[] = []
  const add = (template: number, a = 0, b = 0) => list.push(feature(base + template, a, b))
  const order = place.gap < 0 ? 1 : 2
  const where = place.sentences * 4 + order + 40 * asked.shape
  add(0, where, bucket(place.gap))
  add(1, where, profile.kind)
  add(2, profile.kind, profile.headHash)
  add(3, where, profile.subjectOf)
  add(4, where, profile.subjectGap * 64 + profile.kind)
  add(5, profile.before, profile.kind)
  add(6, profile.beforeTag, where)
  add(7, profile.after, where)
  add(8, profile.afterTag, where)
  add(9, profile.order, where)
  add(10, circumstances.between, where)
  add(11, asked.look, where)
  add(12, asked.look * 64 + profile.kind, where * 16 + Math.min(circumstances.between, 5))
  add(13, profile.signature, where)
  add(14, profile.signature, asked.look)
  addRelation(add, asked, profile, where)
  addPath(add, units, { asked, candidate, where })
  addHistory(add, { circumstances, asked, profile, where })
  addEdges(add, units, { asked, where, profile })
  addSubject(add, units, { asked, circumstances, profile })
  return list
}

type Add = (template: number, a?: number, b?: number) => void

/** How far apart they are: in units between them (negative: candidate first) and in sentences. */
function placeOf(
  units: readonly Unit[],
  asked: Asked,
  candidate: Candidate,
): { gap: number; sentences: number } {
  const before = candidate.last < asked.from
  const gap = before ? candidate.last - asked.from : candidate.first - asked.to + 1
  const quote = units[before ? asked.from : asked.to - 1]
  const other = units[candidate.first]
  const sentences = Math.min(Math.abs((quote?.sentence ?? 0) - (other?.sentence ?? 0)), 4)
  const apart = (quote?.paragraph ?? 0) === (other?.paragraph ?? 0) ? 0 : 5
  return { gap: gap === 0 ? 1 : gap, sentences: sentences + apart }
}

/** Whether its verb is the very verb that governs the quote, and stands beside it. */
function addRelation(add: Add, asked: Asked, profile: Profile, where: number): void {
  const { verbAt, invertedAt } = profile
  const known = asked.cue >= 0
  const subject = known && verbAt === asked.cue ? 1 : 0
  const inverted = known && invertedAt === asked.cue ? 2 : 0
  const relation = subject + inverted + (known ? 4 : 0)
  add(20, relation, where)
  add(26, relation, profile.kind)
  add(27, relation, asked.look)
  const verbGap =
    verbAt < 0 ? 99 : verbAt < asked.from ? bucket(verbAt - asked.from) : bucket(verbAt - asked.to + 1)
  const invertedGap =
    invertedAt < 0
      ? 99
      : invertedAt < asked.from
        ? bucket(invertedAt - asked.from)
        : bucket(invertedAt - asked.to + 1)
  add(21, verbGap, profile.subjectOf)
  add(22, verbGap, where)
  add(23, invertedGap, where)
  add(24, invertedGap * 128 + verbGap, profile.kind)
  if (known)
    add(
      25,
      verbAt < 0 ? 99 : bucket(verbAt - asked.cue),
      invertedAt < 0 ? 99 : bucket(invertedAt - asked.cue),
    )
}

/** The way from candidate to quote: its words if short, its tags if not. */
function addPath(
  add: Add,
  units: readonly Unit[],
  place: { asked: Asked; candidate: Candidate; where: number },
): void {
  const { asked, candidate, where } = place
  const before = candidate.last < asked.from
  const from = before ? candidate.last + 1 : asked.to
  const to = before ? asked.from : candidate.first
  let words = 17
  let tags = 31
  let cues = 0
  let commas = 0
  let names = 0
  const steps = to - from
  for (let index = from; index < to && index - from < 25; index++) {
    const unit = units[index]
    if (unit === undefined) break
    words = Math.imul(words, 33) + unit.wordHash
    tags = Math.imul(tags, 33) + unit.tagHash
    if (unit.cue !== undefined) cues++
    if (unit.tag === ',') commas++
    if (unit.tag === 'NNP' || unit.tag === 'PRP') names++
  }
  if (steps <= 5) add(30, words, where)
  if (steps <= 9) add(31, tags, where)
  add(32, Math.min(cues, 3) * 16 + Math.min(commas, 3) * 4 + Math.min(names, 3), where)
  if (asked.cue >= 0) addCuePath(add, units, place)
}

function addCuePath(
  add: Add,
  units: readonly Unit[],
  place: { asked: Asked; candidate: Candidate; where: number },
): void {
  const { asked, candidate, where } = place
  const before = candidate.last < asked.cue
  const from = before ? candidate.last + 1 : asked.cue + 1
  const to = before ? asked.cue : candidate.first
  const gap = bucket(before ? candidate.last - asked.cue : candidate.first - asked.cue)
  const cue = units[asked.cue]
  add(33, gap, cue?.wordHash ?? 0)
  add(34, gap, where)
  add(35, gap, cue?.tagHash ?? 0)
  const sameSentence = cue?.sentence === units[candidate.first]?.sentence ? 1 : 0
  add(36, sameSentence, gap)
  if (to - from > 8 || to < from) return
  let tags = 31
  for (let index = from; index < to; index++) tags = Math.imul(tags, 33) + (units[index]?.tagHash ?? 0)
  add(37, tags, before ? 1 : 2)
}

function addHistory(
  add: Add,
  about: { circumstances: Circumstances; asked: Asked; profile: Profile; where: number },
): void {
  const { circumstances, asked, profile, where } = about
  const history = (circumstances.samePrevious ? 1 : 0) + 2 * circumstances.sincePrevious
  add(40, history, where)
  add(41, history, asked.look)
  add(42, history, profile.kind)
  add(43, history * 16 + Math.min(circumstances.between, 5), asked.look)
}

/** The words beside the quote, with where the candidate stands. */
function addEdges(
  add: Add,
  units: readonly Unit[],
  about: { asked: Asked; where: number; profile: Profile },
): void {
  const { asked, where, profile } = about
  const sentence = units[asked.from]?.sentence
  const before = units[asked.from - 1]
  const after = units[asked.to]
  add(50, before?.sentence === sentence ? (before?.tagHash ?? 0) : 1, where)
  add(51, after?.sentence === sentence ? (after?.tagHash ?? 0) : 1, where)
  const afterNext = units[asked.to + 1]
  add(52, (after?.tagHash ?? 0) ^ Math.imul(afterNext?.tagHash ?? 0, 31), where)
  add(53, before?.lower === ':' ? 1 : 0, where * 64 + profile.kind)
}

/** Whether the candidate is the subject of the governing verb, and how near that verb stands to the quote. */
function addSubject(
  add: Add,
  units: readonly Unit[],
  about: { asked: Asked; circumstances: Circumstances; profile: Profile },
): void {
  const { asked, circumstances, profile } = about
  const { subject, samePrevious, between } = circumstances
  const inverted = asked.cue >= 0 && profile.invertedAt === asked.cue ? 1 : 0
  const cueGap =
    asked.cue < 0 ? 99 : bucket(asked.cue < asked.from ? asked.cue - asked.from : asked.cue - asked.to + 1)
  add(60, subject, cueGap)
  add(62, subject * 2 + inverted, cueGap)
  add(64, subject * 2 + (samePrevious ? 1 : 0), cueGap)
  add(65, subject * 16 + Math.min(between, 5), asked.shape)
  add(66, subject, units[asked.cue]?.lemmaHash ?? 0)
}
