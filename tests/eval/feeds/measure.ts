import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasSet, pathOf } from '../evaluation-data.ts'
import { type Figure, say, sayTable } from '../report.ts'
import { type Reader, readers } from './readers.ts'
import { measureResponsiveness } from './responsiveness.ts'

const set = 'feeds/dev.json'
const scorer = 'feeds/score.mjs'

/** Percentages by name, for each group that the scorer tells apart: "real", "asserted". */
type Scores = ReadonlyMap<string, ReadonlyMap<string, { readonly percent: number; readonly count: number }>>

/** Measures feeds against what is known of them, beside feedsmith alone and rss-parser. */
export async function measureFeeds(): Promise<readonly Figure[]> {
  say('\n## Feeds\n')
  if (!hasSet(set)) {
    say(`skipped: ${set} is absent`)
    return []
  }
  const rows: Row[] = JSON.parse(readFileSync(pathOf(set), 'utf8'))
  const scores = new Map<string, Scores>()
  for (const [name, read] of readers) scores.set(name, await scoresOf(name, rows, read))
  for (const group of ['real', 'asserted']) sayGroup(group, scores)
  await sayResponsiveness()
  return figuresOf(scores.get('ours') ?? new Map())
}

interface Row {
  readonly file: string
}

async function scoresOf(name: string, rows: readonly Row[], read: Reader): Promise<Scores> {
  const times: number[] = []
  const lines: string[] = []
  for (const { file } of rows) {
    const bytes = readFileSync(pathOf(`feeds/${file}`))
    const started = performance.now()
    const found = await Promise.resolve(bytes)
      .then(read)
      .catch((error: unknown) => ({ error: String(error) }))
    times.push(performance.now() - started)
    lines.push(JSON.stringify({ file, ...found }))
  }
  const sum = times.reduce((total, time) => total + time, 0)
  say(
    `${name}: ${rows.length} files in ${Math.round(sum)} ms, the slowest in ${Math.round(Math.max(...times))} ms`,
  )
  return scored(lines)
}

/** The scorer that lies beside the data is a program: it takes the predictions in a file and prints a line per group. */
function scored(lines: readonly string[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'))
  try {
    const predictions = join(folder, 'predictions.jsonl')
    writeFileSync(predictions, `${lines.join('\n')}\n`)
    const printed = execFileSync(process.execPath, [pathOf(scorer), pathOf(set), predictions], {
      encoding: 'utf8',
    })
    return new Map(
      printed
        .trim()
        .split('\n')
        .map((line) => [line.split(' ', 1)[0] ?? '', percentages(line)]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function percentages(line: string): ReadonlyMap<string, { percent: number; count: number }> {
  const found = line.matchAll(/([\w.]+) ([\d.]+)% \((\d+)\)/g)
  return new Map(
    [...found].map(([, key = '', percent, count]) => [
      key,
      { percent: Number(percent), count: Number(count) },
    ]),
  )
}

function sayGroup(group: string, scores: ReadonlyMap<string, Scores>): void {
  const ours = scores.get('ours')?.get(group) ?? new Map<string, { count: number }>()
  say(`\n${group}, % right\n`)
  sayTable([
    ['', 'of', ...scores.keys()],
    ...[...ours].map(([key, { count }]) => [
      key,
      `${count}`,
      ...[...scores.values()].map((each) => each.get(group)?.get(key)?.percent.toFixed(1) ?? '–'),
    ]),
  ])
}

async function sayResponsiveness(): Promise<void> {
  say('\nhostile feeds in the thread, and the longest delay of the main event loop meanwhile\n')
  const responses = await measureResponsiveness()
  sayTable([
    ['', 'ms', 'delay', 'outcome'],
    ...responses.map(({ name, outcome, milliseconds, longestDelay }) => [
      name,
      `${Math.round(milliseconds)}`,
      `${Math.round(longestDelay)}`,
      outcome,
    ]),
  ])
}

function figuresOf(ours: Scores): readonly Figure[] {
  const real = ['read', 'title', 'link', 'id', 'published', 'updated', 'feed.title', 'feed.link']
  const figure = (group: string, key: string): Figure => ({
    name: `feeds ${group} ${key}`,
    value: ours.get(group)?.get(key)?.percent ?? 0,
  })
  return [
    ...real.map((key) => figure('real', key)),
    figure('asserted', 'read'),
    figure('asserted', 'feed.title'),
  ]
}
