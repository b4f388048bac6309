import { readFileSync } from 'node:fs'
import { readPage } from '../../src/sources/page.ts'
import { hasSet, pathOf } from '../eval/evaluation-data.ts'
import { pageReaders } from '../eval/pages/readers.ts'
import { madeUpPage } from './made-up-pages.ts'
import { type Benchmark, type Row, shown, spreadOf, timed } from './measure.ts'
import { worstPages } from './worst-pages.ts'

const set = 'pages/dev.json'
const madeUp = 60

/** Milliseconds of a page, beside what others take. */
export const pages: Benchmark = {
  name: 'pages',
  question:
    'Milliseconds for each web page, the readers in turn, after a first round that is not counted; ratio: of the medians, to Readability alone over the same DOM',
  run: async () => {
    const all = readPages()
    const times = new Map<string, number[]>([...pageReaders.keys()].map((name) => [name, []]))
    for (const round of [0, 1]) {
      for (const { bytes, url } of all) {
        for (const [name, read] of pageReaders) {
          const ms = await timed(async () => read(bytes, url)).catch(() => undefined)
          if (round > 0 && ms !== undefined) times.get(name)?.push(ms)
        }
      }
    }
    return rowsOf(times)
  },
}

function rowsOf(times: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  const yardstick = spreadOf(times.get('Readability alone') ?? []).median
  return [...times].map(([what, all]): Row => {
    const { min, median, max } = spreadOf(all)
    return {
      what,
      pages: all.length,
      min: shown(min),
      median: shown(median),
      max: shown(max),
      ratio: shown(median / yardstick, 2),
    }
  })
}

interface BenchPage {
  readonly bytes: Uint8Array
  readonly url: string
}

/** News pages where the evaluation material is present, else made-up ones. */
function readPages(): readonly BenchPage[] {
  if (!hasSet(set))
    return Array.from({ length: madeUp }, (_, index) => ({
      bytes: Buffer.from(madeUpPage(index)),
      url: `https://courier.example/${index}`,
    }))
  const rows: readonly { readonly html: string; readonly url: string }[] = JSON.parse(
    readFileSync(pathOf(set), 'utf8'),
  )
  return rows.map(({ html, url }) => ({ bytes: readFileSync(pathOf(`pages/${html}`)), url }))
}

/** Milliseconds of pages made to be slow, and what becomes of them. */
export const hostilePages: Benchmark = {
  name: 'hostile-pages',
  question:
    'Processor time for each page made to be slow, the largest that are read and some far beyond the bounds, read for the second time',
  run: async () => {
    const rows: Row[] = []
    for (const [page, make] of worstPages) {
      const html = make()
      const outcome = outcomeOf(html)
      const before = process.cpuUsage()
      outcomeOf(html)
      const { user, system } = process.cpuUsage(before)
      rows.push({
        page,
        'thousand characters': Math.round(html.length / 1000),
        'CPU ms': shown((user + system) / 1000, 0),
        outcome,
      })
    }
    return rows
  },
}

function outcomeOf(html: string): string {
  try {
    readPage(html, 'https://courier.example/news/eels')
    return 'read'
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*eels: /, '') : String(error)
  }
}
