import { Command, CommanderError, Option } from 'commander'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { ConfigError, SourceError, UserError } from '../errors.ts'
import type { Web } from '../sources/http/web.ts'
import { atLeastOne } from './at-least-one.ts'
import { addFeedsCommand } from './feeds-command.ts'
import { addLookups } from './lookup-commands.ts'
import { addOperationCommands } from './operation-commands.ts'
import { archivePlace, failIf, failureStatus, streams, withArchive, withWeb } from './session.ts'

const usageStatus = 2

function program(): Command {
  const crier = new Command('crier').description(
    'News from your own archive: what is new, what it says, who said what.',
  )
  crier.exitOverride().showHelpAfterError('(crier --help tells what there is)')
  addReaders(crier)
  addLookups(crier)
  addFeedsCommand(crier)
  addOperationCommands(crier)
  return crier
}

function addReaders(crier: Command): void {
  crier
    .command('analyze [files...]')
    .description('analyse article files, or JSON lines {id, title?, text} from standard input, to JSON lines')
    .option('--sentences <n>', 'sentences of the summary', atLeastOne, 3)
    .option('--explain', 'tell for each quote how its speaker was found', false)
    .action(async (files: string[], options: { sentences: number; explain: boolean }) => {
      const { analyze } = await import('./analyze.ts')
      failIf((await analyze(files, options, streams)) > 0)
    })
  crier
    .command('read <files...>')
    .description('show what the bot reads from files and web addresses, as JSON lines')
    .addOption(
      new Option('--as <form>', 'what they are').choices(['text', 'page', 'feed']).makeOptionMandatory(),
    )
    .option('--url <url>', 'address the page or feed was saved from')
    .action(async (files: string[], options: { as: 'text' | 'page' | 'feed'; url?: string }) => {
      const { read } = await import('./read.ts')
      await withWeb(async (web) => failIf((await read(files, { ...options, web }, streams)) > 0))
    })
  crier
    .command('ingest <sources...>')
    .description('put article files, web pages, or JSON lines from standard input (-), into the archive')
    .option('--silent', 'post none of them', false)
    .action(async (sources: string[], { silent }: { silent: boolean }) => {
      const [{ ingest }, { createAnalyst }] = await Promise.all([
        import('./ingest.ts'),
        import('../newsroom/analyst.ts'),
      ])
      const { ARTICLES_DIR: articlesDir, ...config } = readConfig()
      const analyst = createAnalyst()
      const work = (web: Web): Promise<void> =>
        withArchive(archivePlace(config), async (archive) => {
          const parts = { archive, analyst, web, clock: systemClock, articlesDir }
          failIf((await ingest(sources, { parts, announce: !silent }, streams)) > 0)
        })
      await withWeb(work).finally(analyst.close)
    })
}

/** A reader that goes away early (`| head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await program()
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : usageStatus
      return
    }
    const known = [ConfigError, UserError, SourceError].some((kind) => error instanceof kind)
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`crier: ${known ? message : `unexpected failure: ${message}`}\n`)
    process.exitCode = error instanceof ConfigError ? usageStatus : failureStatus
  })
