import { join } from 'node:path'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { ConfigError, UserError } from '../errors.ts'
import { writeLine } from './output.ts'
import { failIf, streams } from './session.ts'

/** Adds what keeps a bot going: `crier doctor`, `backup`, `restore` and `migrate`. */
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
  crier
    .command('migrate')
    .description('move the embedded archive, with the bot stopped, into an empty Postgres database')
    .requiredOption('--to <address>', 'postgres://user:password@host/database')
    .action(migrate)
}

async function showFindings(): Promise<void> {
  const { doctor } = await import('../operations/doctor.ts')
  const findings = await doctor(readConfig())
  for (const { ok, what } of findings) await writeLine(streams.output, `${ok ? 'ok  ' : 'BAD '} ${what}`)
  failIf(findings.some(({ ok }) => !ok))
}

async function backUp(file: string): Promise<void> {
  const { copyArchive } = await import('../archive/sqlite/sqlite-copy.ts')
  const path = embeddedPath(readConfig())
  await copyArchive(path, file)
  await writeLine(streams.output, `${path} is copied to ${file}, and the copy is sound`)
}

async function restore(file: string): Promise<void> {
  const { restoreArchive } = await import('../archive/sqlite/sqlite-copy.ts')
  const path = embeddedPath(readConfig())
  const before = await restoreArchive(file, path)
  const kept = before === undefined ? '' : `; what was there is now ${before}`
  await writeLine(streams.output, `${file} is restored to ${path}${kept}`)
}

async function migrate({ to }: { readonly to: string }): Promise<void> {
  refuseOtherThanPostgres(to)
  const [{ migrateArchive }, { indexTerms }] = await Promise.all([
    import('../archive/postgres/migrate-archive.ts'),
    import('../queries/index-terms.ts'),
  ])
  const from = join(readConfig().DATA_DIR, 'crier.db')
  const moved = await migrateArchive({
    from,
    to,
    termsOf: ({ article, analysis }) => indexTerms(article, analysis),
  })
  const articles = moved.get('articles') ?? 0
  await writeLine(streams.output, `${from} is moved, ${articles} articles; set DATABASE_URL to that database`)
}

/** @throws ConfigError without repeating the address: it may hold a password */
function refuseOtherThanPostgres(address: string): void {
  if (URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol)) return
  throw new ConfigError('--to takes an address such as postgres://user:password@host/database')
}

/** @throws UserError where the archive is no file */
function embeddedPath(config: Config): string {
  if (config.DATABASE_URL === undefined) return join(config.DATA_DIR, 'crier.db')
  throw new UserError(
    'The archive is a Postgres database: copy it with pg_dump, and restore it with pg_restore.',
  )
}
