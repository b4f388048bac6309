import type { Analysis, Quote, QuoteKind, Span } from '../article.ts'
import { dropAbsent } from './drop-absent.ts'
import type { Statement } from './statements.ts'

/** A statement as it is kept: everything but its article. */
export type StatementRow = Omit<Statement, 'article'>

/** Most direct first. */
const kindsByDirectness: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']

/** Stands where sentences of the text between two pieces are left out. */
export const omission = ' … '

/**
 * The statements of an article, one for each statement number, in ascending order of it. `text` is the text
 * that was analysed. The speaker is that of the first piece that has one.
 */
export function statementRows(text: string, analysis: Analysis): readonly StatementRow[] {
  const pieces = Map.groupBy(analysis.quotes, (quote) => quote.statement)
  return [...pieces]
    .sort(([first], [second]) => first - second)
    .map(([number, quotes]) => statementRow(number, inReadingOrder(quotes), { text, analysis }))
}

function statementRow(
  number: number,
  quotes: readonly Quote[],
  source: { text: string; analysis: Analysis },
): StatementRow {
  const named = quotes.find((quote) => quote.speaker !== undefined)
  return dropAbsent({
    number,
    kind: mostDirect(quotes),
    pieces: quotes.map(({ span }) => source.text.slice(span.start, span.end)),
    context: contextOf(quotes, source),
    speaker:
      named?.speaker &&
      dropAbsent({ name: named.speaker.name, role: named.speaker.role, confidence: named.confidence }),
  })
}

function inReadingOrder(quotes: readonly Quote[]): readonly Quote[] {
  return quotes.toSorted((a, b) => a.span.start - b.span.start)
}

function mostDirect(quotes: readonly Quote[]): QuoteKind {
  return kindsByDirectness.find((kind) => quotes.some((quote) => quote.kind === kind)) ?? 'indirect'
}

/** Neighbouring sentences come as one stretch of the text, so that the white space between them is its own. */
function contextOf(quotes: readonly Quote[], source: { text: string; analysis: Analysis }): string {
  const { sentences } = source.analysis
  const indexes = new Set(quotes.flatMap((quote) => sentencesAround(quote, sentences)))
  const stretches: Span[] = []
  let last = Number.NaN
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const sentence = sentences[index]
    if (!sentence) continue
    const previous = index === last + 1 ? stretches.pop() : undefined
    stretches.push({ start: previous?.start ?? sentence.start, end: sentence.end })
    last = index
  }
  return stretches.map(({ start, end }) => source.text.slice(start, end)).join(omission)
}

/** Walks on from the sentence in which the quote begins: linear in the quote, not in the article. */
function sentencesAround(quote: Quote, sentences: readonly Span[]): number[] {
  const around = [quote.sentence]
  for (let index = quote.sentence + 1; index < sentences.length; index++) {
    const sentence = sentences[index]
    if (!sentence || sentence.start >= quote.span.end) break
    around.push(index)
  }
  return around
}
