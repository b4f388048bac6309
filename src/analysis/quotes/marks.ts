import type { Span } from '../../article.ts'

/**
 * One quotation mark. `opening` and `closing` say how unlike an opening or a closing mark it looks where it
 * stands: 0 fits, 1 contradicts.
 */
export interface Mark extends Span {
  readonly opening: number
  readonly closing: number
  /** Single marks are quotes within quotes in American text, and the outer ones in British text. */
  readonly single: boolean
}

/** A mark that can only be the other thing is not read so unless a whole paragraph falls apart without. */
const never = 4
const contradicts = 1
const unclear = 0.4

const openers = '“«„‟‹'
const closers = '”»›'
const isSpace = (char: string) => char === '' || /\s/.test(char)
const isWordChar = (char: string) => /[\p{L}\p{N}]/u.test(char)
/** What may stand right before an opening mark, besides white space. */
const beforeOpening = new Set('([{—–-/:“"‘\'«„'.split(''))
/** What may stand right after a closing mark, besides white space. */
const afterClosing = new Set('.,;:!?)]}—–-/…”"’\'»*'.split(''))

const markPattern = /[“”„‟«»‹›"″]|``|['’‘‚]+/g

/** No paragraph of prose has more marks; the rest of such a one is not read, to bound time and memory. */
const mostMarks = 20_000

/**
 * Finds the quotation marks of one paragraph in reading order: “ ”, " ", '' '', ‘ ’, « », „ “. Apostrophes,
 * feet and inches are no marks. Two apostrophes side by side are one double mark.
 */
export function findMarks(text: string, paragraph: Span): readonly Mark[] {
  const marks: Mark[] = []
  const within = text.slice(paragraph.start, paragraph.end)
  const swapped = hasSwappedGuillemets(within)
  for (const match of within.matchAll(markPattern)) {
    if (marks.length >= mostMarks) break
    const start = paragraph.start + match.index
    if (/^['’‘‚]/.test(match[0])) marks.push(...marksOfApostrophes(text, start, match[0]))
    else marks.push(doubleMark(text, { start, end: start + match[0].length }, swapped))
  }
  return marks
}

/** German and Danish text sets guillemets inwards: »so«. */
function hasSwappedGuillemets(text: string): boolean {
  const first = text.search(/[«»]/)
  return first >= 0 && text.charAt(first) === '»'
}

function doubleMark(text: string, span: Span, swapped: boolean): Mark {
  const char = text.charAt(span.start)
  const looks = looksOf(text, span)
  if (char === '`') return { ...span, opening: 0, closing: never, single: false }
  if (char === '«' || char === '»') {
    const opens = (char === '«') !== swapped
    return { ...span, opening: opens ? 0 : never, closing: opens ? never : 0, single: false }
  }
  // “ also closes: German „so“. Its looks decide, but weigh less than the mark itself.
  if (openers.includes(char))
    return { ...span, opening: 0, closing: contradicts + looks.closing * 2, single: false }
  if (closers.includes(char))
    return { ...span, opening: contradicts + looks.opening * 2, closing: 0, single: false }
  return { ...span, ...looks, single: false }
}

function looksOf(text: string, span: Span): { opening: number; closing: number } {
  const before = text.charAt(span.start - 1)
  const after = text.charAt(span.end)
  const openBefore = isSpace(before) || beforeOpening.has(before)
  const closeAfter = isSpace(after) || afterClosing.has(after)
  if (isSpace(before) && isSpace(after)) return { opening: unclear, closing: unclear }
  if (openBefore && !closeAfter) return { opening: 0, closing: contradicts }
  if (closeAfter && !openBefore) return { opening: contradicts, closing: 0 }
  if (isSpace(before)) return { opening: 0, closing: contradicts }
  if (isSpace(after)) return { opening: contradicts, closing: 0 }
  return { opening: unclear, closing: unclear }
}

/** A run of apostrophes: pairs are double marks, an odd one is a single mark on the inner side. */
function marksOfApostrophes(text: string, start: number, run: string): readonly Mark[] {
  const marks: Mark[] = []
  const opens = isSpace(text.charAt(start - 1))
  let at = start
  const end = start + run.length
  if (run.length % 2 === 1 && !opens) at = pushSingle(text, at, marks)
  while (end - at >= 2) {
    const span = { start: at, end: at + 2 }
    marks.push({ ...span, ...looksOf(text, { start, end }), single: false })
    at += 2
  }
  if (at < end) pushSingle(text, at, marks)
  return marks
}

/** Elisions that begin with an apostrophe and are no quotation: 'em, 'til, '90s. */
const elision = /^(?:em|til|twas|tis|cause|bout|round|n|\d{2}s?)\b/i

function pushSingle(text: string, at: number, marks: Mark[]): number {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  const span = { start: at, end: at + 1 }
  const opensHere = (isSpace(before) || beforeOpening.has(before)) && !isSpace(after)
  if (opensHere && text.charAt(at) !== '’' && !elision.test(text.slice(at + 1, at + 8))) {
    marks.push({ ...span, opening: 0, closing: never, single: true })
  } else if (!isSpace(before) && !isWordChar(after) && text.charAt(at) !== '‘') {
    // After a letter it may be a plural's apostrophe ("the voters' choice"), after punctuation it closes.
    marks.push({ ...span, opening: never, closing: isWordChar(before) ? unclear : 0, single: true })
  }
  return at + 1
}
