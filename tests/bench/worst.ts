import { spawnSync } from 'node:child_process'
import { analyse } from '../../src/analysis/analyse.ts'
import { type Benchmark, shown, timed } from './measure.ts'
import { worstTexts } from './worst-texts.ts'

const length = 1_000_000
/** As Crier itself starts: what compiles TypeScript is then not part of the memory. */
const cache = new URL('../../src/compile-cache.mjs', import.meta.url).href
const kibibytesPerMebibyte = 1024

/** Time and peak memory of the worst texts of a million characters, each in a process of its own. */
export const worst: Benchmark = {
  name: 'worst',
  question: `Whole analysis of ${length} characters in a process of its own: milliseconds, and the most memory that the process ever had, the program itself included`,
  run: async () =>
    ['nothing', ...Object.keys(worstTexts)].map((kind) => {
      const child = spawnSync(process.execPath, ['--import', cache, import.meta.filename, kind], {
        encoding: 'utf8',
      })
      const [ms, mebibytes] = child.stdout.split(' ').map(Number)
      return { text: kind, ms: shown(ms ?? Number.NaN, 0), 'peak, MiB': shown(mebibytes ?? Number.NaN, 0) }
    }),
}

/** The child's side. */
async function measure(kind: string): Promise<void> {
  analyse({ title: 'A title', text: 'The mayor said: “We do that.”' })
  const text = worstTexts[kind]?.(length) ?? ''
  const ms = await timed(() => analyse({ title: 'A title', text }))
  process.stdout.write(`${ms} ${process.resourceUsage().maxRSS / kibibytesPerMebibyte}`)
}

if (process.argv[1] === import.meta.filename) await measure(process.argv[2] ?? '')
