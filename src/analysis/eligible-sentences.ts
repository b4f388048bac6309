import { lacksSpeaker, pointsBack } from './dangling.ts'
import { isFit } from './fitness.ts'
import { quotationBalance } from './quotation-balance.ts'
import type { Reading } from './reading.ts'
import { quotationMark } from './tongues/quotation-marks.ts'
import type { Word } from './words.ts'

/** A sentence that needs more before it than this brings half of the article along. */
const mostPredecessors = 2

/**
 * The sentences that may stand in a summary, by index, in order. The value says how many sentences before it
 * must be shown too, since it points back; sentences whose predecessors may not stand there are left out.
 */
export function findEligible({
  text,
  sentences,
  words,
  title,
  tongue,
}: Reading): ReadonlyMap<number, number> {
  const headline = title.map((word) => word.stem).join(' ')
  const eligible = new Map<number, number>()
  let insideQuotation = false
  let previousEnd = 0
  for (const [index, { start, end }] of sentences.entries()) {
    const written = text.slice(start, end)
    if (text.slice(previousEnd, start).includes('\n\n')) insideQuotation = false
    const marked = quotationMark(tongue).test(written)
    const balance = quotationBalance(written, tongue)
    const quotation = { insideQuotation: insideQuotation && !marked, balance }
    if (isFit(written, quotation, tongue) && !repeats(words[index] ?? [], headline)) {
      const dangles = pointsBack(written, tongue) || lacksSpeaker(written, tongue)
      const needed = dangles ? 1 + (eligible.get(index - 1) ?? mostPredecessors) : 0
      if (needed <= mostPredecessors) eligible.set(index, needed)
    }
    if (marked || balance !== 'whole') insideQuotation = balance === 'open'
    previousEnd = end
  }
  return eligible
}

/** Whether a sentence says the headline again, which stands above the summary. */
function repeats(words: readonly Word[], headline: string): boolean {
  return headline !== '' && words.map((word) => word.stem).join(' ') === headline
}
