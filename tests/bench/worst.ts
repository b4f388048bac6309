import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '../../src/analysis/analyse.ts'
import { type Benchmark, shown, timed } from './measure.ts'
import { worstTexts } from './worst-texts.ts'

const length = 1_000_000
const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Scripts
/** Node's options, as `npm run crier` gives them: without them its garbage takes half as much again. */
const options = scripts.crier.split(' ').slice(1, -1)
const kibibytesPerMebibyte = 1024

interface Scripts {
  /** "node OPTION… FILE" */
  readonly scripts: { readonly crier: string }
}

/** Time and peak memory of the worst texts of a million characters, each in a process of its own. */
export const worst: Benchmark = {
  name: 'worst',
  question: `Whole analysis of ${length} characters in a process of its own, which has Node's options as \`npm run crier\` gives them: milliseconds, and the most memory that the process ever had, the program itself included`,
  run: async () =>
    ['nothing', ...Object.keys(worstTexts)].map((kind) => {
      const program = [...options, import.meta.filename, kind]
      const child = spawnSync(process.execPath, program, { encoding: 'utf8', cwd: root })
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
