import type { Span } from '../article.ts'
import { datelineEnd, missedEnds } from './missed-ends.ts'
import { endsSentence } from './sentence-ends.ts'
import { sentenceRules } from './tongues/sentence-rules.ts'
import type { Tongue } from './tongues/tongue.ts'

/** ICU's rules give the candidates, alike for all these languages; what they get wrong in news is put right in sentence-ends.ts. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** What may end a sentence, with more after it. Asking ICU costs more than this; most headings and short lines have none. */
const mark = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E\n\r\u0085\u2028\u2029]/u

const paragraphBreak = /\n[^\S\n]*\n\s*/g

/** More white space and dashes before a sentence are no dateline's. */
const longestDashes = 20

/** A line this long may have been wrapped by its writer's tool; below it, a line end is meant. */
const shortestWrappedLine = 60

/**
 * Finds the sentences of a text in reading order, trimmed and not overlapping. They never cross a paragraph break
 * (a run of line breaks that holds two or more); text without a full stop at its end is a sentence too. Closing
 * quotation marks and brackets stay with the sentence they close. Takes time linear in the text's length.
 * @example findSentences('The U.S. agreed. "Really?" she asked.').length  // => 2
 */
export function findSentences(text: string, tongue: Tongue = 'en'): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const match of text.matchAll(paragraphBreak)) {
    addParagraph(sentences, text, { start, end: match.index, tongue })
    start = match.index + match[0].length
  }
  addParagraph(sentences, text, { start, end: text.length, tongue })
  return sentences
}

interface Paragraph extends Span {
  readonly tongue: Tongue
}

function addParagraph(sentences: Span[], text: string, paragraph: Paragraph): void {
  // ICU breaks at every line break; those inside a sentence must not hide from it what comes next.
  const written = text.slice(paragraph.start, paragraph.end)
  let start = 0
  for (const end of sentenceEnds(written, paragraph.tongue)) {
    addTrimmed(sentences, text, { start: paragraph.start + start, end: paragraph.start + end })
    start = end
  }
}

/** Where the sentences of one paragraph end, the paragraph's own end included. */
function sentenceEnds(written: string, tongue: Tongue): readonly number[] {
  const lines = written.includes('\n') ? unwrapped(written) : written
  const rules = sentenceRules[tongue]
  const begun = datelineEnd(lines)
  const ends = begun > 0 ? [begun] : []
  const segments = mayEndWithin(lines) ? segmenter.segment(lines) : [{ index: 0, segment: lines }]
  for (const { index, segment } of segments) {
    for (const missed of missedEnds(segment, { isFirst: index === 0, rules })) addEnd(ends, index + missed)
    const end = index + segment.length
    if (end === lines.length || (end > begun && endsSentence(lines, end, rules))) addEnd(ends, end)
  }
  return ends
}

function mayEndWithin(lines: string): boolean {
  const first = lines.search(mark)
  return first >= 0 && first < lines.trimEnd().length - 1
}

function addEnd(ends: number[], end: number): void {
  if (end > (ends.at(-1) ?? 0)) ends.push(end)
}

/** The same text in the same length, line breaks that only wrap a sentence turned into spaces. */
function unwrapped(written: string): string {
  const lines = written.split('\n')
  return lines.map((line, index) => line + separator(line, lines[index + 1])).join('')
}

function separator(line: string, next: string | undefined): string {
  if (next === undefined) return ''
  return line.length >= shortestWrappedLine || /^\s*\p{Ll}/u.test(next) ? ' ' : '\n'
}

/** Dashes that open a sentence are what a dateline or a list leaves behind. */
const leadingDashes = /^(?:\s|[-–—]+\s)*(?:—|-{2,}(?!-))*(?=[\p{L}\p{N}"“‘'(])/u

function addTrimmed(sentences: Span[], text: string, span: Span): void {
  const written = text.slice(span.start, span.end)
  const dashes = leadingDashes.exec(written.slice(0, longestDashes))?.[0].length
  const start = span.start + (dashes ?? written.length - written.trimStart().length)
  const end = span.start + written.trimEnd().length
  if (start < end) sentences.push({ start, end })
}
