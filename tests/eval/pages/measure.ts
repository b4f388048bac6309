import { readFileSync } from 'node:fs'
import { spreadOf } from '../../bench/measure.ts'
import { hasSet, pathOf } from '../evaluation-data.ts'
import { type Figure, say, sayTable } from '../report.ts'
import { type Overlap, overlapOf, scoreOf } from './four-grams.ts'
import { measureMetadata, type TruthOfPage } from './metadata.ts'
import { type PageReader, pageReaders, textOf } from './readers.ts'

const set = 'pages/dev.json'

/** A page of the set, with what is known of it. */
interface Row {
  readonly id: string
  readonly url: string
  /** Paths within the set's folder. */
  readonly html: string
  readonly expectedText?: string
  readonly expectedHtml?: string
  readonly expectedMeta?: TruthOfPage | null
}

/** Measures the reading of web pages, beside Readability alone and defuddle. */
export async function measurePages(): Promise<readonly Figure[]> {
  say('\n## Pages\n')
  if (!hasSet(set)) {
    say(`skipped: ${set} is absent`)
    return []
  }
  const rows: readonly Row[] = JSON.parse(readFileSync(pathOf(set), 'utf8'))
  const news = rows.filter(({ expectedText }) => expectedText !== undefined)
  // The first round is not counted: it compiles.
  await reportsOf(news)
  const reports = await reportsOf(news)
  sayTexts(news.length, reports)
  const { overlaps = [], refused = [] } = reports.get('ours') ?? {}
  const { f1, precision, recall } = scoreOf(overlaps)
  const worst = sayTestPages(rows.filter(({ expectedHtml }) => expectedHtml !== undefined))
  const metadata = measureMetadata(
    rows.flatMap(({ html, url, expectedMeta }) =>
      expectedMeta ? [{ html: bytesOf(html), url, truth: expectedMeta }] : [],
    ),
  )
  return [
    { name: 'pages F1', value: 100 * f1 },
    { name: 'pages precision', value: 100 * precision },
    { name: 'pages recall', value: 100 * recall },
    { name: 'pages refused (most)', value: refused.length },
    ...worst,
    ...metadata,
  ]
}

/** What one reader made of all pages. */
interface Report {
  readonly overlaps: Overlap[]
  /** Milliseconds for each page. */
  readonly times: number[]
  /** Why pages were refused. */
  readonly refused: string[]
}

/** The readers read each page in turn, so that what else the machine does slows all alike. */
async function reportsOf(rows: readonly Row[]): Promise<ReadonlyMap<string, Report>> {
  const reports = new Map(
    [...pageReaders.keys()].map((name): [string, Report] => [name, { overlaps: [], times: [], refused: [] }]),
  )
  for (const row of rows) {
    for (const [name, read] of pageReaders) await readInto(reports.get(name), row, read)
  }
  return reports
}

async function readInto(
  report: Report | undefined,
  { html, url, expectedText }: Row,
  read: PageReader,
): Promise<void> {
  const bytes = bytesOf(html)
  const started = performance.now()
  const text = await Promise.resolve(bytes)
    .then((page) => read(page, url))
    .catch((error: unknown) => {
      report?.refused.push(error instanceof Error ? error.message.replace(/^.*: /, '') : String(error))
      return ''
    })
  report?.times.push(performance.now() - started)
  report?.overlaps.push(overlapOf(text, readFileSync(pathOf(`pages/${expectedText}`), 'utf8')))
}

function bytesOf(path: string): Uint8Array {
  return readFileSync(pathOf(`pages/${path}`))
}

function sayTexts(count: number, reports: ReadonlyMap<string, Report>): void {
  say(`article text of ${count} news and blog pages, sequences of four words\n`)
  sayTable([
    ['', 'precision', 'recall', 'F1', 'ms median', 'ms worst', 'refused'],
    ...[...reports].map(([name, { overlaps, times, refused }]) => {
      const [score, { median, max }] = [scoreOf(overlaps), spreadOf(times)]
      const figures = [score.precision, score.recall, score.f1].map((value) => value.toFixed(3))
      return [name, ...figures, median.toFixed(1), max.toFixed(1), String(refused.length)]
    }),
  ])
  const reasons = reports.get('ours')?.refused ?? []
  if (reasons.length > 0) say(`\nours refused: ${reasons.join('; ')}`)
}

/** Readability's test pages, against what it is to make of them: captions, credits and link lists count as lost there. */
function sayTestPages(rows: readonly Row[]): readonly Figure[] {
  const read = pageReaders.get('ours')
  const refused: string[] = []
  const overlaps = rows.map(({ html, url, expectedHtml }) => {
    const wanted = textOf(readFileSync(pathOf(`pages/${expectedHtml}`), 'utf8'))
    try {
      return overlapOf(String(read?.(bytesOf(html), url)), wanted)
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error))
      return overlapOf('', wanted)
    }
  })
  const { precision, recall } = scoreOf(overlaps)
  say(
    `\n${rows.length} of Readability’s test pages: ${(100 * precision).toFixed(1)} % of what we read is in its own text, ${(100 * recall).toFixed(1)} % of that is read, ${refused.length} refused`,
  )
  for (const reason of refused) say(reason)
  return [
    { name: 'pages test pages recall', value: 100 * recall },
    { name: 'pages test pages refused (most)', value: refused.length },
  ]
}
