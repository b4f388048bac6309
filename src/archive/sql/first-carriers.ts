import { number, optionalNumber } from './columns.ts'
import type { Row } from './row.ts'

/** Of rows (published_at, seq, number, utterance) of one utterance, the first to be published; all that have none. */
export function firstCarriers(rows: readonly Row[]): readonly Row[] {
  const told = new Set<number>()
  return rows.toSorted(firstReported).filter((row) => {
    const utterance = optionalNumber(row, 'utterance')
    if (utterance === undefined) return true
    const isFirst = !told.has(utterance)
    told.add(utterance)
    return isFirst
  })
}

function firstReported(one: Row, other: Row): number {
  return (
    number(one, 'published_at') - number(other, 'published_at') ||
    number(one, 'seq') - number(other, 'seq') ||
    number(one, 'number') - number(other, 'number')
  )
}
