import type { Asked } from './asked.ts'
import type { Candidate, Reading } from './reading.ts'
import { lastBefore } from './subject-search.ts'
import { finiteTag } from './tags.ts'

/** Signatures are lines of at most so many units. */
const longestSignature = 16
const dashes = /^(?:[-–—~]|--)$/

/** 1 where a candidate begins a short paragraph, 2 where a dash stands before it there: a signature under a quote. */
export function signatureOf({ units }: Reading, candidate: Candidate): 0 | 1 | 2 {
  const paragraph = units[candidate.first]?.paragraph
  const dash = dashes.test(units[candidate.first - 1]?.lower ?? '')
  const first = dash ? candidate.first - 1 : candidate.first
  if (units[first - 1]?.paragraph === paragraph && units[first - 1]?.region === -1) return 0
  const far = units[first + longestSignature]
  if (far !== undefined && far.paragraph === paragraph) return 0
  return dash ? 2 : 1
}

/**
 * Who signs a quote that stands by itself: “…” and behind it, or in the next line, "— Ann Roe, pilot". -1 where nobody does, and
 * where what follows the dash is a sentence.
 */
export function signerOf(reading: Reading, { from, to }: Asked): number {
  const { units, candidates } = reading
  if (units[from - 1]?.paragraph === units[from]?.paragraph || !dashes.test(units[to]?.lower ?? '')) return -1
  const index = lastBefore(candidates, to) + 1
  const candidate = candidates[index]
  if (candidate?.kind !== 'name' || candidate.first !== to + 1) return -1
  if (signatureOf(reading, candidate) !== 2) return -1
  const line = units[to]?.paragraph
  const next = units[candidate.last + 1]
  if (next?.paragraph === line && !/^[,.(]$/.test(next?.lower ?? '')) return -1
  for (let at = to + 1; units[at]?.paragraph === line; at++)
    if (finiteTag.test(units[at]?.tag ?? '')) return -1
  return index
}
