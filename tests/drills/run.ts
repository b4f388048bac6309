import { disk } from './faults/disk.ts'
import { drain } from './faults/drain.ts'
import { killsOnPostgres, killsOnSqlite } from './faults/kill-drills.ts'
import { outages } from './faults/outages.ts'
import { power } from './faults/power.ts'
import { roles } from './faults/roles.ts'
import { months } from './months-drill.ts'
import type { ScriptedDrill } from './scripted-drill.ts'

/** What faults of machine, database and Discord do to a bot. */
const faults: readonly ScriptedDrill[] = [killsOnSqlite, killsOnPostgres, power, disk, outages, roles, drain]
/** All drills, in the order in which they run. */
const drills: readonly ScriptedDrill[] = [months, ...faults]

// npm run drill [NAME [SEED [NUMBER…]]]: prints the seed, what was done and what came of it. Without a name all; `faults`: all but the months.
const [name, ...numbers] = process.argv.slice(2)
const chosen = chosenBy(name)
if (chosen.length === 0) {
  const names = drills.map((drill) => drill.name).join(', ')
  process.stderr.write(`No drill ${name}; there are: ${names}, and faults for all but the first\n`)
  process.exit(2)
}
let failed = false
for (const drill of chosen) if (!(await perform(drill, numbers.map(Number)))) failed = true
// Said at the very end: the package that starts Postgres would have the process end with 0 by itself.
process.exit(failed ? 1 : 0)

function chosenBy(wanted: string | undefined): readonly ScriptedDrill[] {
  if (wanted === undefined) return drills
  return wanted === 'faults' ? faults : drills.filter((drill) => drill.name === wanted)
}

/** @returns whether all went well */
async function perform(drill: ScriptedDrill, [seed, ...given]: readonly number[]): Promise<boolean> {
  const names = Object.entries(drill.extent).map(
    ([part, usual], index) => [part, given[index] ?? usual] as const,
  )
  const extent = { ...Object.fromEntries(names), seed: seed ?? Date.now() % 1_000_000 }
  process.stdout.write(`\n## ${drill.name}\n\n${drill.question}\n\n${JSON.stringify(extent)}\n`)
  const began = performance.now()
  const { figures, wrong } = await drill.run(extent)
  const seconds = Math.round((performance.now() - began) / 1000)
  process.stdout.write(`${JSON.stringify({ ...figures, seconds })}\n`)
  for (const what of wrong) process.stdout.write(`wrong: ${what}\n`)
  return wrong.length === 0
}
