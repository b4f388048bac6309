import type { QuoteKind, Span } from '../../article.ts'
import { acceptFeatures } from './accept-features.ts'
import { type Clause, findClauses } from './clauses.ts'
import { endClass } from './end-class.ts'
import { keepFeatures } from './keep-features.ts'
import { probability, scoreOf, type Weights } from './model.ts'
import type { Reading } from './reading.ts'
import type { Region } from './regions.ts'
import type { Asked } from './speaker-features.ts'
import type { Unit } from './units.ts'

/** Where a quote stands: with its marks, and without. */
export interface Piece {
  readonly span: Span
  readonly content: Span
}

/** A quote whose speaker is not yet sought. */
export interface Found extends Piece {
  readonly kind: QuoteKind
  readonly asked: Asked
  /** How likely it is that this is a quote at all. */
  readonly sure: number
}

/** Regions at least this likely to be quotes are kept. */
const leastQuote = 0.43
/** Reported clauses with words in quotation marks, and without, are kept from these chances on. */
const leastMixed = 0.36
const leastIndirect = 0.37

/** A clause this likely tells which word governs the quotes in it. */
const leastGoverning = 0.25

/** Finds what is quoted or reported, in reading order. */
export function findQuotes(reading: Reading, weights: Weights): readonly Found[] {
  const clauses = findClauses(reading, weights)
  const governing = governingClauses(clauses)
  const quoted = chainsOf(reading).flatMap((chain) => readChain(reading, weights, { chain, governing }))
  const taken = new Set(quoted.flatMap(({ asked }) => [asked.from, asked.to - 1]))
  const judged = clauses.map((clause) => {
    return { ...clause, sure: probability(scoreOf(weights, acceptFeatures(reading, clause))) }
  })
  const wanted = keepApart(judged.filter((clause) => isWanted(reading, clause, taken)))
  const reported = wanted.map((clause) => readClause(reading, clause))
  return [...quoted, ...reported].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/**
 * Regions that are one quote: a paragraph that ends with its quote open and the next one, which opens it anew.
 * Gives the first and last region of each.
 */
export function chainsOf({ regions, paragraphs }: Reading): readonly Chain[] {
  const chains: { first: number; last: number }[] = []
  regions.forEach((region, index) => {
    const before = regions[index - 1]
    const atStart = region.start === paragraphs[region.paragraph]?.start
    const chain = chains.at(-1)
    if (chain !== undefined && before?.open && atStart && region.paragraph === before.paragraph + 1)
      chain.last = index
    else chains.push({ first: index, last: index })
  })
  return chains
}

/** First and last region of one quote. */
export interface Chain {
  readonly first: number
  readonly last: number
}

/** The quote that a chain of regions would be. */
export function pieceOf(regions: readonly Region[], chain: Chain): Piece {
  const first = regions[chain.first] as Region
  const last = regions[chain.last] as Region
  return {
    span: { start: first.start, end: last.open ? last.content.end : last.end },
    content: { start: first.content.start, end: last.content.end },
  }
}

/**
 * The clause over each unit whose reporting word governs what is quoted there: of those that are likely the one with
 * the nearest reporting word, else the surest.
 */
export function governingClauses(clauses: readonly Clause[]): ReadonlyMap<number, Clause> {
  const governing = new Map<number, Clause>()
  for (const clause of clauses) {
    for (let unit = clause.start; unit < clause.end; unit++) {
      const rival = governing.get(unit)
      if (rival === undefined || governsRather(clause, rival, unit)) governing.set(unit, clause)
    }
  }
  return governing
}

function governsRather(clause: Clause, rival: Clause, unit: number): boolean {
  if (Math.min(clause.sure, rival.sure) < leastGoverning) return clause.sure > rival.sure
  return Math.abs(clause.cue - unit) < Math.abs(rival.cue - unit)
}

interface Place {
  readonly chain: Chain
  readonly governing: ReadonlyMap<number, Clause>
}

function readChain(reading: Reading, weights: Weights, { chain, governing }: Place): readonly Found[] {
  const sure = probability(scoreOf(weights, keepFeatures(reading, chain.first, governing)))
  if (sure < leastQuote) return []
  const asked = askedOfChain(reading, chain, governing)
  return [{ ...pieceOf(reading.regions, chain), kind: kindOf(reading, chain), asked, sure }]
}

/** The chain as a question to the speaker model. */
export function askedOfChain(reading: Reading, chain: Chain, governing: ReadonlyMap<number, Clause>): Asked {
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

/** Whole statements begin a sentence or follow a colon, comma or reporting word, in upper case. */
function kindOf({ units, text, regions, unitOfRegion }: Reading, chain: Chain): QuoteKind {
  const region = regions[chain.first] as Region
  const at = unitOfRegion[chain.first] ?? 0
  const char = text.charAt(region.content.start)
  const capital = char !== char.toLowerCase()
  const before = units[at - 1]
  const begins = before === undefined || before.sentence !== units[at]?.sentence
  if (begins) return 'direct'
  const introduced =
    before.tag === ',' || before.tag === ':' || before.cue !== undefined || before.lower === 'that'
  return capital && introduced ? 'direct' : 'mixed'
}

function isWanted(reading: Reading, clause: Clause, taken: ReadonlySet<number>): boolean {
  let marked = false
  for (let index = clause.start; index < clause.end; index++) {
    if (taken.has(index)) return false
    if ((reading.units[index]?.region ?? -1) >= 0) marked = true
  }
  if (marked) return clause.sure >= leastMixed
  return (
    clause.sure >= leastIndirect &&
    reading.units[clause.cue]?.cue !== undefined &&
    clause.end - clause.start > 1
  )
}

/** Clauses begin in order, so that rivals are among the last few. */
const mostRivals = 12

/** Of clauses that overlap by and large, the surest stays. */
function keepApart(clauses: readonly Clause[]): readonly Clause[] {
  const kept: Clause[] = []
  for (const clause of [...clauses].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(0, kept.length - mostRivals)
    const place = kept.slice(from).findLastIndex((other) => overlapShare(other, clause) > 0.5)
    const rival = place < 0 ? undefined : kept[from + place]
    if (rival === undefined) kept.push(clause)
    else if (clause.sure > rival.sure) kept[from + place] = clause
  }
  return kept
}

function overlapShare(a: Clause, b: Clause): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function readClause(reading: Reading, clause: Clause): Found {
  const { units, regions } = reading
  const span = { start: units[clause.start]?.start ?? 0, end: units[clause.end - 1]?.end ?? 0 }
  const marked: Region[] = []
  for (let index = clause.start; index < clause.end; index++) {
    const region = regions[units[index]?.region ?? -1]
    if (region !== undefined) marked.push(region)
  }
  const [first, last] = [marked[0], marked.at(-1)]
  const content =
    first === undefined || last === undefined ? span : { start: first.content.start, end: last.content.end }
  const asked: Asked = {
    from: clause.start,
    to: clause.end,
    cue: clause.cue,
    shape: 1,
    look: clause.side === 'after' ? 0 : 1,
  }
  return {
    span,
    content,
    kind: first === undefined ? 'indirect' : 'mixed',
    asked,
    sure: clause.sure,
  }
}
