import type { Chain } from './chains.ts'
import type { Clause } from './clauses.ts'
import { endClass, endsInComma } from './end-class.ts'
import type { Reading } from './reading.ts'
import type { Region } from './regions.ts'
import type { Unit } from './units.ts'

/** A quote whose speaker is sought, as a stretch of the row. */
export interface Asked {
  /** First unit of the quote, and one past the last. */
  readonly from: number
  readonly to: number
  /** Unit of the reporting word that is known to govern it; -1 where that is open. */
  readonly cue: number
  /** 0 a region alone, 1 a reported clause, 2 a region whose reporting word is known. */
  readonly shape: 0 | 1 | 2
  /** How the quote begins and ends, as a small number. */
  readonly look: number
}

/** The clause that governs what is quoted, by the unit of the quoted words. */
export type Governing = ReadonlyMap<number, Clause>

/** A clause this likely tells which word governs the quotes in it. */
const leastGoverning = 0.25

/**
 * The clause over quoted words whose reporting word governs what is quoted there: of those that are likely the one with
 * the nearest reporting word, else the surest.
 */
export function governingClauses({ units, regions, text }: Reading, clauses: readonly Clause[]): Governing {
  const governing = new Map<number, Clause>()
  for (const clause of clauses) {
    for (let unit = clause.start; unit < clause.end; unit++) {
      const region = regions[units[unit]?.region ?? -1]
      if (region === undefined) continue
      const rival = governing.get(unit)
      // “…,” Roe added: behind a comma a reporting word counts as a unit nearer, and one before the quote as a unit farther.
      const place = endClass(text, region.content.end, region.end) === endsInComma ? unit + 1 : unit
      if (rival === undefined || governsRather(clause, rival, place)) governing.set(unit, clause)
    }
  }
  return governing
}

function governsRather(clause: Clause, rival: Clause, unit: number): boolean {
  if (Math.min(clause.sure, rival.sure) < leastGoverning) return clause.sure > rival.sure
  return Math.abs(clause.cue - unit) < Math.abs(rival.cue - unit)
}

/** The chain as a question to the speaker model. */
export function askedOfChain(reading: Reading, chain: Chain, governing: Governing): Asked {
  const { regions, unitOfRegion, text } = reading
  const from = unitOfRegion[chain.first] ?? 0
  const to = (unitOfRegion[chain.last] ?? from) + 1
  const last = regions[chain.last] as Region
  const end = endClass(text, last.content.end, last.end)
  const look = lookOf(reading, { from, to, end })
  const clause = governing.get(from) ?? governing.get(to - 1)
  if (clause !== undefined && clause.sure >= leastGoverning)
    return { from, to, cue: clause.cue, shape: 2, look }
  return { from, to, cue: cueBeside(reading, from, to, end), shape: 0, look }
}

/** How a quote looks from outside: its end, whether it begins a sentence, whether it is all of it. */
function lookOf({ units, text, regions }: Reading, quote: { from: number; to: number; end: number }): number {
  const first = units[quote.from]
  const before = units[quote.from - 1]
  const after = units[quote.to]
  const region = regions[first?.region ?? -1]
  const char = text.charAt(region?.content.start ?? 0)
  const capital = char === char.toLowerCase() ? 0 : 1
  const starts = before?.sentence === first?.sentence ? 0 : before?.paragraph === first?.paragraph ? 1 : 2
  const ends = after?.sentence === units[quote.to - 1]?.sentence ? 0 : 1
  return quote.end + 8 * (capital + 2 * (starts + 3 * ends))
}

const cueReachAfter = 14
const cueReachBefore = 40

/** The reporting word that most likely governs a quote: after it where it ends in a comma, else before it. */
function cueBeside({ units }: Reading, from: number, to: number, end: number): number {
  const sentenceAfter = units[to - 1]?.sentence
  const sentenceBefore = units[from]?.sentence
  let after = -1
  for (let index = to; index < to + cueReachAfter && units[index]?.sentence === sentenceAfter; index++) {
    if (!isVerbalCue(units[index])) continue
    after = index
    break
  }
  let before = -1
  for (
    let index = from - 1;
    index >= from - cueReachBefore && units[index]?.sentence === sentenceBefore;
    index--
  ) {
    if (!isVerbalCue(units[index])) continue
    before = index
    break
  }
  const prefersAfter = end === 1 || end === 3 || end === 5 || end === 4
  if (prefersAfter && after >= 0 && (before < 0 || after - to <= 6)) return after
  return before >= 0 ? before : after
}

/** "He said", not "his address". */
function isVerbalCue(unit: Unit | undefined): boolean {
  return unit?.cue !== undefined && !unit.tag.startsWith('N')
}
