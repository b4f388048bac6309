import type { QuoteKind } from '../../article.ts'
import { type Asked, askedOfChain } from './asked.ts'
import { type Chain, type Piece, pieceOf } from './chains.ts'
import type { Clause } from './clauses.ts'
import { type Judged, type JudgedChain, judge } from './judged.ts'
import { plainJudgements } from './judgements.ts'
import type { Weights } from './model.ts'
import { pullQuotes } from './pull-quotes.ts'
import type { Reading } from './reading.ts'
import type { Region } from './regions.ts'
import { finiteTag } from './tags.ts'
import { isExcerpt, isTitleOfWork } from './titles-of-works.ts'
import { clauseVerdicts } from './verdicts.ts'

/** A quote whose speaker is not yet sought. */
export interface Found extends Piece {
  readonly kind: QuoteKind
  readonly asked: Asked
  /** How likely it is that this is a quote at all. */
  readonly sure: number
}

/** Regions at least this likely to be quotes are kept. */
const leastQuote = 0.38
/** Reported clauses with words in quotation marks, and without, are kept from these chances on. */
const leastMixed = 0.45
const leastIndirect = 0.43

/** Finds what is quoted or reported, in reading order. */
export function findQuotes(reading: Reading, weights: Weights): readonly Found[] {
  const judged = judge(reading, weights)
  const verdicts = clauseVerdicts(reading, judged, weights)
  const repeated = pullQuotes(reading)
  const quoted = judged.chains.filter(({ chain, chance, at }) => {
    const region = reading.regions[chain.first] as Region
    if (chance < leastQuote || repeated.has(region)) return false
    return !isTitleOfWork(reading, at) && !isExcerpt(reading, at)
  })
  const taken = surenessByUnit(reading, quoted)
  const likely = keepApart(
    reading,
    judged.clauses.flatMap(({ clause }, index) => {
      const verdict = { ...clause, sure: verdicts[index] ?? 0 }
      return isWanted(reading, verdict, taken) ? [verdict] : []
    }),
  )
  const covered = quotedUnits(reading, likely)
  const alone = quoted.filter(({ at }) => !covered.has(at)).map((chain) => readChain(reading, judged, chain))
  for (const { asked } of alone) covered.add(asked.from).add(asked.to - 1)
  const wanted = [...likely, ...plainJudgements(reading, covered)]
  const reported = wanted.map((clause) => readClause(reading, clause))
  return [...alone, ...reported].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Quotes of so many words are statements by themselves; shorter ones may be pieces of a clause that is surer. */
const wholeWords = 3

/** How sure the quote over a unit is, by the units with which quotes begin and end. */
function surenessByUnit(
  { regions, unitOfRegion }: Reading,
  quoted: readonly JudgedChain[],
): ReadonlyMap<number, number> {
  const taken = new Map<number, number>()
  for (const { chain, at, chance } of quoted) {
    const short = chain.first === chain.last && (regions[chain.first]?.words ?? 0) < wholeWords
    const sure = short ? chance : 1
    taken.set(at, sure).set(unitOfRegion[chain.last] ?? at, sure)
  }
  return taken
}

function readChain(reading: Reading, judged: Judged, { chain, chance }: JudgedChain): Found {
  const asked = askedOfChain(reading, chain, judged.governing)
  return { ...pieceOf(reading.regions, chain), kind: kindOf(reading, chain), asked, sure: chance }
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

function isWanted(reading: Reading, clause: Clause, taken: ReadonlyMap<number, number>): boolean {
  for (let index = clause.start; index < clause.end; index++) {
    if ((taken.get(index) ?? 0) >= clause.sure) return false
  }
  if (isNothingButTitle(reading, clause)) return false
  if (isMarked(reading, clause)) return clause.sure >= leastMixed
  return (
    clause.sure >= leastIndirect &&
    reading.units[clause.cue]?.cue !== undefined &&
    clause.end - clause.start > 1
  )
}

/** "On the Gazette's “Morning Talk”": the only quoted words are a title, and there is no verb. */
function isNothingButTitle(reading: Reading, clause: Clause): boolean {
  for (let at = clause.start; at < clause.end; at++) {
    const unit = reading.units[at]
    if (unit === undefined || finiteTag.test(unit.tag)) return false
    if (unit.region >= 0 && !isTitleOfWork(reading, at)) return false
  }
  return isMarked(reading, clause)
}

/** Clauses begin in order, so that rivals are among the last few. */
const mostRivals = 12

/** Of clauses that overlap by and large, or quote the same words, the surest stays. */
function keepApart(reading: Reading, clauses: readonly Clause[]): readonly Clause[] {
  const kept: Clause[] = []
  for (const clause of [...clauses].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const first = Math.max(0, kept.length - mostRivals)
    let place = kept.length - 1
    while (place >= first && !areRivals(reading, kept[place] as Clause, clause)) place--
    const rival = place < first ? undefined : kept[place]
    if (rival === undefined) kept.push(clause)
    else if (isWithin(reading, rival, clause)) kept[place] = clause
    else if (clause.sure > rival.sure && !isWithin(reading, clause, rival)) kept[place] = clause
  }
  return kept
}

/** "The mayor called it “odd,” the Gazette reported": the one statement with its reporting word stands in the other. */
function isWithin(reading: Reading, inner: Clause, outer: Clause): boolean {
  if (outer.start >= inner.cue || inner.cue >= outer.end || outer.end < inner.end) return false
  let before = inner.cue - 1
  while (before > outer.start && reading.units[before]?.tag === 'RB') before--
  if (/^(?:CC|WP)$/.test(reading.units[before]?.tag ?? '')) return false
  return !isMarked(reading, { start: outer.start, end: inner.cue })
}

function areRivals(reading: Reading, before: Clause, clause: Clause): boolean {
  if (overlapShare(before, clause) > 0.5) return true
  return isMarked(reading, { start: clause.start, end: Math.min(clause.end, before.end) })
}

function isMarked({ units }: Reading, clause: Pick<Clause, 'start' | 'end'>): boolean {
  for (let unit = clause.start; unit < clause.end; unit++) if ((units[unit]?.region ?? -1) >= 0) return true
  return false
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

/** All units of quoted words that clauses cover. */
function quotedUnits({ units }: Reading, clauses: readonly Clause[]): Set<number> {
  const covered = new Set<number>()
  for (const { start, end } of clauses) {
    for (let unit = start; unit < end; unit++) if ((units[unit]?.region ?? -1) >= 0) covered.add(unit)
  }
  return covered
}
