import { dropAbsent } from '../../src/archive/drop-absent.ts'
import type { Entry, NewDelivery, Origin } from '../../src/archive/entry.ts'
import type { Analysis, Article, Quote, QuoteKind, Span, StorySignature } from '../../src/article.ts'

/** A quote of a test article, by its words: where they stand is looked up. */
export interface Said {
  /** As in the text, marks included. */
  readonly words: string
  readonly by?: string
  readonly role?: string
  readonly kind?: QuoteKind
  readonly confidence?: number
  /** Pieces with one number are one statement; by default every quote has its own. */
  readonly statement?: number
}

/** What a test says of an article; the rest is made up. */
export interface Written {
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly author?: string
  readonly standfirst?: string
  readonly text?: string
  readonly publishedAt?: number
  readonly said?: readonly Said[]
  /** Every form of each person's name, the full one first. */
  readonly people?: readonly (readonly string[])[]
  readonly origin?: Origin
  readonly deliveries?: readonly NewDelivery[]
  readonly at?: number
  /** By default it is told alone. */
  readonly story?: StorySignature
}

/** An entry as the newsroom would make it, with a plain analysis: sentences end at full stops, stems are lower-case words. */
export function entry(written: Written): Entry {
  const article = articleOf(written)
  const analysis = analysisOf(article.text, written)
  return dropAbsent({
    article,
    analysis,
    terms: {
      title: stems(article.title),
      standfirst: stems(article.standfirst ?? ''),
      text: stems(article.text),
      statements: statementStems(article.text, analysis.quotes),
      words: [...new Set(stems(`${article.title} ${article.standfirst ?? ''} ${article.text}`))].map(
        (word) => ({
          word,
          stem: word,
        }),
      ),
    },
    origin: written.origin ?? { key: 'ingest' },
    deliveries: written.deliveries ?? [],
    at: written.at ?? article.firstSeenAt,
    story: written.story,
  })
}

/** Lower-case words. */
export function stems(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function articleOf(written: Written): Article {
  const publishedAt = written.publishedAt ?? 1_000
  return dropAbsent({
    id: written.id,
    title: written.title ?? `Title of ${written.id}`,
    publisher: written.publisher ?? 'Harbour Gazette',
    url: written.url,
    author: written.author,
    publishedAt,
    firstSeenAt: written.at ?? publishedAt,
    standfirst: written.standfirst,
    text: written.text ?? `Text of ${written.id}.`,
    language: 'en',
  })
}

function analysisOf(text: string, { said = [], people = [['Ada Quell', 'Quell']] }: Written): Analysis {
  const sentences = [...text.matchAll(/[^.\s][^.]*\.?/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].trimEnd().length,
  }))
  return {
    sentences,
    ranking: sentences.map((_, index) => index),
    keywords: [{ term: 'ferry', stem: 'ferri', weight: 1 }],
    people: people.map((aliases) => ({ name: aliases[0] ?? '', aliases, mentions: aliases.length })),
    quotes: said.map((one, index) => quoteOf(one, index, { text, sentences })),
  }
}

function quoteOf(said: Said, index: number, source: { text: string; sentences: readonly Span[] }): Quote {
  const start = source.text.indexOf(said.words)
  if (start < 0) throw new Error(`Expected "${said.words}" in "${source.text}"`)
  const span = { start, end: start + said.words.length }
  const by = said.by === undefined ? undefined : { name: said.by, as: span, role: said.role }
  return dropAbsent({
    statement: said.statement ?? index,
    span,
    content: span,
    kind: said.kind ?? 'direct',
    speaker: by && dropAbsent(by),
    confidence: said.confidence ?? (said.by === undefined ? 0 : 0.9),
    sentence: Math.max(
      0,
      source.sentences.findIndex((sentence) => sentence.end > start),
    ),
  })
}

function statementStems(text: string, quotes: readonly Quote[]): readonly (readonly string[])[] {
  const lists: string[][] = []
  for (const { statement, span } of quotes) {
    while (lists.length <= statement) lists.push([])
    lists[statement]?.push(...stems(text.slice(span.start, span.end)))
  }
  return lists
}
