import type { Asked } from './asked.ts'
import { countWhile } from './bisect.ts'
import type { Reading } from './reading.ts'

/** So many mentions before and after the quote are weighed. */
const mostBefore = 10
const mostAfter = 6
/** Mentions more paragraphs or sentences away are not weighed. */
const farthestParagraph = 1
const farthestSentence = 4

/** The candidates near a quote that may have said it, as indexes in reading order. */
export function nearby(reading: Reading, asked: Asked): readonly number[] {
  const { candidates, units } = reading
  const next = countWhile(candidates, (candidate) => candidate.first < asked.from)
  const first = units[asked.from]
  const last = units[asked.to - 1]
  const near: number[] = []
  for (let index = next - 1; index >= 0 && near.length < mostBefore; index--) {
    const unit = units[candidates[index]?.first ?? 0]
    if (unit === undefined || first === undefined) break
    if (
      first.paragraph - unit.paragraph > farthestParagraph ||
      first.sentence - unit.sentence > farthestSentence
    )
      break
    near.push(index)
  }
  near.reverse()
  for (let index = next, found = 0; index < candidates.length && found < mostAfter; index++) {
    const at = candidates[index]?.first ?? 0
    const unit = units[at]
    if (at < asked.to) continue
    if (unit === undefined || last === undefined) break
    if (unit.paragraph - last.paragraph > farthestParagraph || unit.sentence - last.sentence > 2) break
    near.push(index)
    found++
  }
  return near
}
