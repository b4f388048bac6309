import type { Entity } from '../people/entities.ts'
import type { Asked } from './asked.ts'
import type { Candidate, Reading } from './reading.ts'
import { type SpokenVerb, spokenVerbs } from './spoken-verbs.ts'
import type { SubjectOf } from './subjects.ts'

/** Who spoke last, for quotes that name nobody themselves. */
export interface Previous {
  readonly key: string
  readonly entity: Entity | undefined
  /** Sentence of the row in which that quote ended, and its paragraph. */
  readonly sentence: number
  readonly paragraph: number
}

/** What the decision knows beside quote and candidate. */
export interface Circumstances {
  /** Whether the quote before this one has this speaker. */
  readonly samePrevious: boolean
  /** Sentences of the row since that quote, up to 3; 4 where there is none in this or the last paragraph. */
  readonly sincePrevious: number
  /** Names and pronouns between candidate and quote, at most 7. */
  readonly between: number
  /** The same with descriptions. */
  readonly mentionsBetween: number
  /** Whether it is the subject of the verb that governs the quote: 2 yes, 1 another is, 0 none is found, 3 no verb. */
  readonly subject: 0 | 1 | 2 | 3
  /** The reporting verb nearby that it is the subject of, whether or not that governs the quote. */
  readonly spoken: SpokenVerb | undefined
}

/** What telling them takes. */
export interface Situation {
  /** Candidates near the quote. */
  readonly near: readonly number[]
  readonly previous: Previous | undefined
  /** A key that two mentions share if they mean the same speaker. */
  readonly keyOf: (index: number) => string
  /** Subjects are sought once per verb. */
  readonly subjectOf: SubjectOf
}

/** Tells the circumstances of each candidate near a quote. */
export function circumstancesFor(
  reading: Reading,
  asked: Asked,
  { near, previous, keyOf, subjectOf }: Situation,
): (index: number) => Circumstances {
  const since = sincePrevious(reading, asked, previous)
  const subject = asked.cue < 0 ? -1 : subjectOf(asked.cue)
  const spoken = spokenVerbs(reading, asked, subjectOf)
  return (index) => {
    const between = mentionsBetween(near, reading.candidates, { index, asked })
    return {
      samePrevious: previous !== undefined && keyOf(index) === previous.key,
      sincePrevious: since,
      between: Math.min(between.named, mostBetween),
      mentionsBetween: between.all,
      subject: asked.cue < 0 ? 3 : subject === index ? 2 : subject >= 0 ? 1 : 0,
      spoken: spoken.get(index),
    }
  }
}
const mostBetween = 7

/** Counts the mentions between a candidate and the quote: names and pronouns, and all. */
function mentionsBetween(
  near: readonly number[],
  candidates: readonly Candidate[],
  { index, asked }: { index: number; asked: Asked },
): { named: number; all: number } {
  const at = candidates[index]?.first ?? 0
  const [from, to] = at < asked.from ? [at + 1, asked.from] : [asked.to, at]
  let named = 0
  let all = 0
  for (const other of near) {
    const mention = candidates[other]
    if (mention === undefined || mention.first < from || mention.first >= to) continue
    all++
    if (mention.kind !== 'nominal') named++
  }
  return { named, all }
}

/** Sentences since the previous quote, with 5 more where a paragraph has ended since; 4 where there is none near. */
export function sincePrevious(reading: Reading, asked: Asked, previous: Previous | undefined): number {
  const unit = reading.units[asked.from]
  if (previous === undefined || unit === undefined || unit.paragraph - previous.paragraph > 1) return 4
  return Math.min(unit.sentence - previous.sentence, 2) + (unit.paragraph === previous.paragraph ? 0 : 5)
}
