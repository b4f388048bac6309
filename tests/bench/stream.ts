import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { madeUpArticle } from './made-up-articles.ts'
import { type Benchmark, type Row, shown } from './measure.ts'
import { startProgram } from './processes.ts'

const articles = 10_000
const marks: readonly number[] = [1000, 2500, 5000, 7500, 10_000]
const bytesPerMebibyte = 1024 * 1024

/** Resident memory of `crier analyze` while it streams. */
export const stream: Benchmark = {
  name: 'stream',
  question: `Resident memory of crier analyze while ${articles} made-up articles of 500 words go through it`,
  run: async () => {
    const child = startProgram('src/cli/main.ts', {}, ['analyze'])
    const { stdin, stdout, pid } = child
    if (stdin === null || stdout === null || pid === undefined) throw new Error('crier analyze did not start')
    const feeding = pipeline(Readable.from(lines()), stdin)
    const started = performance.now()
    const rows: Row[] = []
    let done = 0
    for await (const _ of createInterface({ input: stdout })) {
      done += 1
      if (!marks.includes(done)) continue
      const seconds = (performance.now() - started) / 1000
      rows.push({
        articles: done,
        'resident, MiB': shown(residentBytes(pid) / bytesPerMebibyte, 0),
        's so far': shown(seconds),
      })
    }
    await feeding
    return rows
  },
}

function* lines(): Generator<string> {
  for (let number = 0; number < articles; number += 1) {
    const { id, title, text } = madeUpArticle(number)
    yield `${JSON.stringify({ id, title, text })}\n`
  }
}

/** From /proc: this benchmark runs on Linux. */
function residentBytes(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) * 1024
}
