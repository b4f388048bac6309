import type { Asked } from './asked.ts'
import { bucket } from './features.ts'
import type { Reading } from './reading.ts'
import type { SubjectOf } from './subjects.ts'

/** The reporting verb nearest to a quote whose subject is one and the same candidate. */
export interface SpokenVerb {
  /** Unit of the verb. */
  readonly at: number
  /** Units between it and the quote, as a bucket: negative where it stands before. */
  readonly gap: number
  /** Verbs of other subjects between it and the quote, at most 3. */
  readonly rivals: number
  /** 0 in the quote's sentence, 1 in the paragraph, 2 beyond. */
  readonly apart: 0 | 1 | 2
}

/** Reporting verbs so many units before or behind a quote are looked at. */
const reachBefore = 45
const reachAfter = 30

/**
 * Who is the subject of a reporting verb near a quote, by candidate, with the nearest such verb: also where that verb
 * is not the one that seems to govern the quote.
 */
export function spokenVerbs(
  reading: Reading,
  asked: Asked,
  subjectOf: SubjectOf,
): ReadonlyMap<number, SpokenVerb> {
  const spoken = new Map<number, SpokenVerb>()
  for (const step of [-1, 1]) {
    const others = new Set<number>()
    for (const at of verbsNear(reading, asked, step)) {
      const subject = subjectOf(at)
      if (subject < 0) continue
      const gap = bucket(at < asked.from ? at - asked.from : at - asked.to + 1)
      const known = spoken.get(subject)
      others.add(subject)
      if (known !== undefined && Math.abs(known.gap) <= Math.abs(gap)) continue
      const rivals = Math.min(others.size - 1, 3)
      spoken.set(subject, { at, gap, rivals, apart: apartOf(reading, asked, at) })
    }
  }
  return spoken
}

/** Verbal reporting words from the quote outwards, in its paragraph and the next sentence. */
function* verbsNear({ units }: Reading, asked: Asked, step: number): Generator<number> {
  const edge = units[step < 0 ? asked.from : asked.to - 1]
  const first = step < 0 ? asked.from - 1 : asked.to
  const reach = step < 0 ? reachBefore : reachAfter
  for (let at = first; Math.abs(at - first) < reach; at += step) {
    const unit = units[at]
    if (unit === undefined || edge === undefined || unit.paragraph !== edge.paragraph) return
    if (Math.abs(unit.sentence - edge.sentence) > 1) return
    if (unit.cue !== undefined && !unit.tag.startsWith('N')) yield at
  }
}

function apartOf({ units }: Reading, asked: Asked, at: number): 0 | 1 | 2 {
  const quote = units[at < asked.from ? asked.from : asked.to - 1]
  const verb = units[at]
  if (quote?.sentence === verb?.sentence) return 0
  return quote?.paragraph === verb?.paragraph ? 1 : 2
}
