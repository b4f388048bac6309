import type { Span } from '../../article.ts'
import { findMarks, type Mark } from './marks.ts'

/** Words in quotation marks. `content` is what stands between the marks, without white space around it. */
export interface Region extends Span {
  readonly content: Span
  /** Index of the paragraph it stands in. A region never leaves its paragraph. */
  readonly paragraph: number
  /** Number of words between the marks. */
  readonly words: number
  /** Whether its closing mark is missing: the quote goes on in the next paragraph, or the mark was forgotten. */
  readonly open: boolean
}

/** Costs of reading a mark against its looks; only their proportions matter. */
const costOfNesting = 0.7
const costOfStray = 1.2
const costOfOpenEnd = 0.9
/** Newspapers leave a quote open at the end of a paragraph if the next paragraph quotes on. */
const costOfContinuing = 0.2
/** A single mark without its partner is an apostrophe. */
const costOfOpenSingle = 9
/** Marks nested deeper are not followed: the outermost pair is what is quoted. */
const deepest = 2

/**
 * Finds what stands in quotation marks, in reading order, outermost pairs only. Paragraphs are read one by one,
 * so that a stray mark harms its own alone.
 */
export function findRegions(text: string, paragraphs: readonly Span[]): readonly Region[] {
  const marks = paragraphs.map((paragraph) => findMarks(text, paragraph))
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1]
    const nextMark = marks[index + 1]?.[0]
    const continues = next !== undefined && nextMark?.start === next.start && nextMark.opening === 0
    const pairs = pairParagraph(marks[index] ?? [], continues)
    return pairs.flatMap(([opening, closing]) => regionOf(text, { paragraph, index, opening, closing }))
  })
}

function pairParagraph(marks: readonly Mark[], continues: boolean): readonly Pair[] {
  const doubles = marks.filter((mark) => !mark.single)
  const outer = pairMarks(doubles, continues ? costOfContinuing : costOfOpenEnd)
  const singles = outside(
    outer,
    marks.filter((mark) => mark.single),
  )
  if (singles.length < 2) return outer
  const pairs = [...outer, ...pairMarks(singles, costOfOpenSingle)].sort((a, b) => a[0].start - b[0].start)
  let end = 0
  return pairs.filter(([opening, closing]) => {
    if (opening.start < end) return false
    end = closing?.end ?? Number.POSITIVE_INFINITY
    return true
  })
}

/** The marks that stand in none of the pairs; both are in reading order. */
function outside(pairs: readonly Pair[], marks: readonly Mark[]): readonly Mark[] {
  let next = 0
  return marks.filter((mark) => {
    while ((pairs[next]?.[1]?.end ?? Number.POSITIVE_INFINITY) <= mark.start && next < pairs.length) next++
    const pair = pairs[next]
    return pair === undefined || mark.start < pair[0].start
  })
}

function regionOf(text: string, found: Found): readonly Region[] {
  const { paragraph, index, opening, closing } = found
  const named = closing === undefined ? labelLength(text, found) : 0
  const start = named === 0 ? opening.start : opening.end + named
  const inner = trimmed(text, { start: opening.end + named, end: closing?.start ?? paragraph.end })
  if (inner === undefined) return []
  const words = text.slice(inner.start, inner.end).match(/[\p{L}\p{N}][^\s—–]*/gu)?.length ?? 0
  if (words === 0) return []
  const end = closing?.end ?? paragraph.end
  return [{ start, end, content: inner, paragraph: index, words, open: closing === undefined }]
}

/** Who speaks in a transcript, where a mark opens each of its paragraphs: “ROE: Good morning. */
const speakerLabel = /^\p{Lu}[\p{Lu}.,’' -]{1,40}:\s+/u
const longestLabel = 60

/** How much of an open paragraph names who speaks. */
function labelLength(text: string, { paragraph, opening }: Found): number {
  if (opening.start !== paragraph.start) return 0
  return (
    speakerLabel.exec(text.slice(opening.end, Math.min(opening.end + longestLabel, paragraph.end)))?.[0]
      .length ?? 0
  )
}

function trimmed(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : undefined
}

interface Found {
  readonly paragraph: Span
  readonly index: number
  readonly opening: Mark
  readonly closing: Mark | undefined
}

type Pair = readonly [Mark, Mark?]

type Reading = 'open' | 'close' | 'stray'

/**
 * Pairs the marks of one paragraph: of all readings of its marks as opening, closing or stray, the one that
 * contradicts their looks least. Linear in the number of marks. Gives outermost pairs as [opening, closing];
 * the last closing mark is absent where the paragraph ends within the quote.
 */
function pairMarks(marks: readonly Mark[], openEnd: number): readonly Pair[] {
  const readings = cheapestReadings(marks, openEnd)
  const pairs: [Mark, Mark?][] = []
  let depth = 0
  marks.forEach((mark, index) => {
    const reading = readings[index]
    if (reading === 'open' && depth++ === 0) pairs.push([mark])
    if (reading === 'close' && --depth === 0) pairs.at(-1)?.push(mark)
  })
  return pairs
}

interface Step {
  readonly cost: number
  readonly reading: Reading
  /** Depth before this mark. */
  readonly from: number
}

function cheapestReadings(marks: readonly Mark[], openEnd: number): readonly Reading[] {
  const steps: (readonly Step[])[] = []
  let costs: readonly number[] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const mark of marks) {
    const step = costs.map((_, depth) => cheapestStep(mark, depth, costs))
    steps.push(step)
    costs = step.map(({ cost }) => cost)
  }
  const totals = costs.map((cost, depth) => cost + depth * openEnd)
  return readBack(steps, totals.indexOf(Math.min(...totals)))
}

function readBack(steps: readonly (readonly Step[])[], lastDepth: number): readonly Reading[] {
  const readings: Reading[] = []
  let depth = lastDepth
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index]?.[depth]
    if (step === undefined) break
    readings.push(step.reading)
    depth = step.from
  }
  return readings.reverse()
}

/** The cheapest way to be at `depth` after this mark. */
function cheapestStep(mark: Mark, depth: number, costs: readonly number[]): Step {
  const costAt = (from: number) => costs[from] ?? Number.POSITIVE_INFINITY
  let best: Step = { cost: costAt(depth) + costOfStray, reading: 'stray', from: depth }
  if (depth > 0) {
    const cost = costAt(depth - 1) + mark.opening + (depth - 1) * costOfNesting
    if (cost < best.cost) best = { cost, reading: 'open', from: depth - 1 }
  }
  if (depth < deepest) {
    const cost = costAt(depth + 1) + mark.closing
    if (cost < best.cost) best = { cost, reading: 'close', from: depth + 1 }
  }
  return best
}
