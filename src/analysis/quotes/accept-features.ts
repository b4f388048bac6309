import type { Clause } from './clauses.ts'
import { bucket, feature, hashOf, secondTemplates } from './features.ts'
import type { Reading } from './reading.ts'

/** First template of this model. */
const base = secondTemplates + 2000

type Add = (template: number, a?: number, b?: number) => void

/** Features of whether a clause that was found is a reported statement, as a whole and rightly cut. */
export function acceptFeatures(reading: Reading, clause: Clause): number[] {
  const list: number[] = []
  const add: Add = (template, a = 0, b = 0) => list.push(feature(base + template, a, b))
  const inside = insideOf(reading, clause)
  addChances(add, clause, inside)
  addWords(add, reading, { clause, inside })
  addEdges(add, reading, { clause, marked: inside.marked })
  return list
}

/** What stands within a clause. */
interface Inside {
  /** Quoted words in it: short ones times 3 plus long ones, at most 2 each. */
  readonly marked: number
  /** Verbs, at most 3. */
  readonly verbs: number
  /** Whether the last quoted words begin small (1) or with a capital (2); 0 where none are quoted. */
  readonly look: number
}

function insideOf({ units, regions, text }: Reading, clause: Clause): Inside {
  let fragments = 0
  let quotes = 0
  let verbs = 0
  let look = 0
  for (const unit of units.slice(clause.start, clause.end)) {
    const region = regions[unit.region]
    if (region !== undefined) {
      region.words < 3 ? fragments++ : quotes++
      const first = text.charAt(region.content.start)
      look = first === first.toLowerCase() ? 1 : 2
    }
    if (/^(?:V|MD)/.test(unit.tag)) verbs++
  }
  return { marked: Math.min(fragments, 2) * 3 + Math.min(quotes, 2), verbs: Math.min(verbs, 3), look }
}

/** Chances in eighths are fine enough. */
const governsOf = (clause: Clause) => Math.floor(clause.governs * 8)

function addChances(add: Add, clause: Clause, { marked, verbs }: Inside): void {
  const governs = governsOf(clause)
  const overlap = Math.floor((clause.sure / clause.governs) * 8)
  const length = bucket(clause.end - clause.start)
  add(0, clause.side === 'after' ? 0 : 1, marked)
  add(1, Math.floor(clause.sure * 10), marked)
  add(2, governs, overlap)
  add(3, governs, marked)
  add(4, overlap, length)
  add(7, length, marked)
  add(8, verbs, marked)
}

function addWords(add: Add, { units }: Reading, about: { clause: Clause; inside: Inside }): void {
  const { clause, inside } = about
  const { marked, verbs, look } = inside
  const cue = units[clause.cue]
  const lemma = hashOf(cue?.cue?.lemma ?? cue?.lower ?? '')
  const start = units[clause.start]
  add(5, lemma, marked)
  add(6, lemma, Math.floor((clause.sure / clause.governs) * 8))
  add(9, verbs, lemma)
  add(10, start?.tagHash ?? 0, lemma)
  add(11, start?.wordHash ?? 0, Math.min(verbs, 2))
  add(14, bucket(clause.start - clause.cue), lemma)
  add(16, look, marked)
  add(17, look, lemma)
  add(18, units[clause.cue - 1]?.tagHash ?? 0, cue?.tagHash ?? 0)
  add(19, units[clause.cue - 1]?.wordHash ?? 0, marked)
  add(20, cue?.cue === undefined ? 0 : 1, marked * 8 + governsOf(clause))
  add(21, units[clause.start - 1]?.wordHash ?? 0, lemma)
}

function addEdges(add: Add, reading: Reading, { clause, marked }: { clause: Clause; marked: number }): void {
  const { units, sentenceStarts } = reading
  const sentence = units[clause.cue]?.sentence ?? 0
  const after = units[clause.end]
  const before = bucket(clause.start - (sentenceStarts[sentence] ?? 0))
  add(12, after?.tagHash ?? 0, after?.sentence === sentence ? 1 : 0)
  add(13, after?.wordHash ?? 0, units[clause.end + 1]?.tagHash ?? 0)
  add(15, before, bucket((sentenceStarts[sentence + 1] ?? 0) - clause.end))
  add(22, units[clause.end - 1]?.tagHash ?? 0, marked)
}
