import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { writeLine } from './output.ts'
import { databasePath, failIf, streams } from './session.ts'

/** Adds what keeps a bot going: `crier doctor`, `backup` and `restore`. */
export function addOperationCommands(crier: Command): void {
  crier
    .command('doctor')
    .description('check configuration, articles, database, token and permissions, and say what to do')
    .action(showFindings)
  crier
    .command('backup <file>')
    .description('copy the archive into a new file, also beside a running bot, and check the copy')
    .action(backUp)
  crier
    .command('restore <file>')
    .description(
      'put a copy in the place of the archive, with the bot stopped; what was there is kept beside',
    )
    .action(restore)
}

async function showFindings(): Promise<void> {
  const { doctor } = await import('../operations/doctor.ts')
  const findings = await doctor(readConfig())
  for (const { ok, what } of findings) await writeLine(streams.output, `${ok ? 'ok  ' : 'BAD '} ${what}`)
  failIf(findings.some(({ ok }) => !ok))
}

async function backUp(file: string): Promise<void> {
  const { copyArchive } = await import('../archive/sqlite-copy.ts')
  const path = databasePath(readConfig())
  await copyArchive(path, file)
  await writeLine(streams.output, `${path} is copied to ${file}, and the copy is sound`)
}

async function restore(file: string): Promise<void> {
  const { restoreArchive } = await import('../archive/sqlite-copy.ts')
  const path = databasePath(readConfig())
  const before = await restoreArchive(file, path)
  const kept = before === undefined ? '' : `; what was there is now ${before}`
  await writeLine(streams.output, `${file} is restored to ${path}${kept}`)
}
