import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { foldedWords } from '../../src/archive/fold.ts'
import type { QuoteKind, Span } from '../../src/article.ts'
import { readArticleFile } from '../../src/sources/article-file.ts'

const root = join(import.meta.dirname, '..', '..')
const labels = join(root, 'tests', 'fixtures', 'quotes')

/** A quote labelled by hand, as tests/fixtures/quotes/README.md describes it. */
interface Label {
  readonly quote: string
  readonly speaker: string | null
  readonly kind: QuoteKind
}

/** What became of one label: whether its words were found, and whether the right one says them. */
interface Result extends Label {
  readonly file: string
  readonly found: boolean
  readonly said: boolean
  /** Whom the analysis named, for the message of a failure. */
  readonly named: string | undefined
}

const results = readdirSync(labels)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => resultsOf(name.replace(/\.json$/, '')))

function resultsOf(file: string): readonly Result[] {
  const path = join(root, 'articles', file)
  const { title, text } = readArticleFile(path, readFileSync(path))
  const { quotes } = analyse({ title, text })
  let from = 0
  return (JSON.parse(readFileSync(join(labels, `${file}.json`), 'utf8')) as Label[]).map((label) => {
    // Labels come in reading order; indirect ones stand between the others.
    const at = text.indexOf(label.quote, label.kind === 'indirect' ? 0 : from)
    const span = { start: at, end: at + label.quote.length }
    if (label.kind !== 'indirect') from = span.end
    const hit = quotes.find((quote) => agree(quote.span, span))
    const said = hit !== undefined && sameName(hit.speaker?.name, label.speaker)
    return { ...label, file, found: hit !== undefined, said, named: hit?.speaker?.name }
  })
}

/** Found spans may hold the clause around quoted words, or leave a word of it out: most of the shorter must be shared. */
function agree(one: Span, other: Span): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared >= 0.8 * Math.min(one.end - one.start, other.end - other.start)
}

function sameName(found: string | undefined, labelled: string | null): boolean {
  const words = (name: string): string =>
    foldedWords(name)
      .filter((word) => !['a', 'an', 'the'].includes(word))
      .join(' ')
  return labelled === null ? found === undefined : found !== undefined && words(found) === words(labelled)
}

function share(of: readonly Result[], holds: (result: Result) => boolean): number {
  return of.filter(holds).length / of.length
}

function missed(of: readonly Result[], holds: (result: Result) => boolean): string {
  return of
    .filter((result) => !holds(result))
    .map(({ file, quote, speaker, named }) => `${file}: ${quote} (${speaker}, not ${named})`)
    .join('\n')
}

describe('on the project’s own articles', () => {
  it.each<[QuoteKind, number]>([
    ['direct', 0.98],
    ['mixed', 0.9],
    ['indirect', 0.75],
  ])('%s quotes are found, at least %d of them', (kind, floor) => {
    const ofKind = results.filter((result) => result.kind === kind)
    expect(
      share(ofKind, ({ found }) => found),
      missed(ofKind, ({ found }) => found),
    ).toBeGreaterThanOrEqual(floor)
  })

  it.each<[QuoteKind, number]>([
    ['direct', 0.92],
    ['mixed', 0.93],
    ['indirect', 0.88],
  ])('%s quotes that are found are given to the right speaker, at least %d of them', (kind, floor) => {
    const found = results.filter((result) => result.kind === kind && result.found)
    expect(
      share(found, ({ said }) => said),
      missed(found, ({ said }) => said),
    ).toBeGreaterThanOrEqual(floor)
  })
})
