import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Expression, writtenExpressions } from './expressions.ts'

/** All regular expressions of the program: those that are written, and those that are built when it is loaded. */
export function allExpressions(): readonly Expression[] {
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'expressions.ts')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Our own words, from `expressions.ts`.
  return [...writtenExpressions(), ...(JSON.parse(printed) as readonly Expression[])]
}
