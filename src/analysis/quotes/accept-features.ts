import type { Clause } from './clauses.ts'
import { bucket, feature, hashOf, secondTemplates } from './features.ts'
import type { Reading } from './reading.ts'

/** First template of this model. */
const base = secondTemplates + 2000

/** Features of whether a clause that was found is a reported statement, as a whole and rightly cut. */
export function acceptFeatures(reading: Reading, clause: Clause): number[] {
  const { units, regions, sentenceStarts } = reading
  const cue = units[clause.cue]
  const sentence = cue?.sentence ?? 0
  const list: number[] = []
  let fragments = 0
  let quotes = 0
  let verbs = 0
  let look = 0
  for (let index = clause.start; index < clause.end; index++) {
    const unit = units[index]
    const region = regions[unit?.region ?? -1]
    if (region !== undefined) {
      region.words < 3 ? fragments++ : quotes++
      look =
        reading.text.charAt(region.content.start) === reading.text.charAt(region.content.start).toLowerCase()
          ? 1
          : 2
    }
    if (unit !== undefined && /^(?:V|MD)/.test(unit.tag)) verbs++
  }
  const marked = Math.min(fragments, 2) * 3 + Math.min(quotes, 2)
  const side = clause.side === 'after' ? 0 : 1
  const governs = Math.floor(clause.governs * 8)
  const overlap = Math.floor((clause.sure / clause.governs) * 8)
  const length = bucket(clause.end - clause.start)
  const lemma = hashOf(cue?.cue?.lemma ?? cue?.lower ?? '')
  const add = (template: number, a = 0, b = 0) => list.push(feature(base + template, a, b))
  add(0, side, marked)
  add(1, Math.floor(clause.sure * 10), marked)
  add(2, governs, overlap)
  add(3, governs, marked)
  add(4, overlap, length)
  add(5, lemma, marked)
  add(6, lemma, overlap)
  add(7, length, marked)
  add(8, Math.min(verbs, 3), marked)
  add(9, Math.min(verbs, 3), lemma)
  add(10, units[clause.start]?.tagHash ?? 0, lemma)
  add(11, units[clause.start]?.wordHash ?? 0, Math.min(verbs, 2))
  add(12, units[clause.end]?.tagHash ?? 0, units[clause.end]?.sentence === sentence ? 1 : 0)
  add(13, units[clause.end]?.wordHash ?? 0, units[clause.end + 1]?.tagHash ?? 0)
  add(14, bucket(clause.start - clause.cue), lemma)
  add(
    15,
    bucket(clause.start - (sentenceStarts[sentence] ?? 0)),
    bucket((sentenceStarts[sentence + 1] ?? 0) - clause.end),
  )
  add(16, look, marked)
  add(17, look, lemma)
  add(18, units[clause.cue - 1]?.tagHash ?? 0, cue?.tagHash ?? 0)
  add(19, units[clause.cue - 1]?.wordHash ?? 0, marked)
  add(20, cue?.cue === undefined ? 0 : 1, marked * 8 + governs)
  add(21, units[clause.start - 1]?.wordHash ?? 0, lemma)
  add(22, units[clause.end - 1]?.tagHash ?? 0, marked)
  return list
}
