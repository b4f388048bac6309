import { analysis } from './analysis.ts'
import { databases } from './databases.ts'
import { drop } from './drop.ts'
import { manyFeeds } from './feeds.ts'
import { growth } from './growth.ts'
import { ingest } from './ingest.ts'
import { lookups } from './lookups.ts'
import type { Benchmark, Row } from './measure.ts'
import { hostilePages, pages } from './pages.ts'
import { previewPage } from './preview-page.ts'
import { regex } from './regex.ts'
import { scale } from './scale.ts'
import { start } from './start.ts'
import { stories } from './stories.ts'
import { stream } from './stream.ts'
import { worst } from './worst.ts'

/** All benchmarks, in the order in which they run. */
const benchmarks: readonly Benchmark[] = [
  start,
  scale,
  previewPage,
  drop,
  analysis,
  growth,
  worst,
  stream,
  manyFeeds,
  pages,
  hostilePages,
  ingest,
  lookups,
  stories,
  databases,
  regex,
]

// npm run bench [NAME…]: measures and prints a Markdown table for each; without names, all.
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark ${unknown.join(', ')}; there are: ${benchmarks.map(({ name }) => name).join(', ')}\n`,
  )
  process.exit(2)
}
for (const { name, question, run } of benchmarks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n## ${name}\n\n${question}\n\n`)
  process.stdout.write(`${tableOf(await run())}\n`)
}

function tableOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
  ].join('\n')
}
