import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Archive } from '../archive/archive.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { ConfigError, SourceError, UserError } from '../errors.ts'
import type { Web } from '../sources/http/web.ts'
import { addFeedsCommand } from './feeds-command.ts'
import type { Answer, Asked } from './lookups.ts'
import { addOperationCommands } from './operation-commands.ts'
import { operatorPages } from './operator-pages.ts'
import { writeLine } from './output.ts'
import { renderText } from './render-text.ts'
import {
  archivePlace,
  failIf,
  failureStatus,
  isArchiveThere,
  streams,
  withArchive,
  withEmptyArchive,
  withKeptArchive,
  withWeb,
} from './session.ts'
import { isAddress } from './web.ts'

const usageStatus = 2
const defaultCount = 10

/** A whole number from 1 up, or a usage error naming what was typed. */
function atLeastOne(typed: string): number {
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new InvalidArgumentError('Expected a whole number from 1 up.')
  return Number(typed)
}

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

function addLookups(crier: Command): void {
  const lookup = (usage: string, description: string): Command =>
    crier
      .command(usage)
      .description(description)
      .option('--json', 'as JSON', false)
      .option('--count <n>', 'how many at most', atLeastOne, defaultCount)
  lookup('latest', 'newest articles')
    .option('--about <expression>')
    .option('--publisher <name>')
    .action((asked: Asked & Json) => show(asked, async ({ askLatest }, archive) => askLatest(archive, asked)))
  addSummary(lookup)
  lookup('whosaid', 'who said what')
    .option('--speaker <name>')
    .option('--about <expression>')
    .option('--words <words>')
    .option('--publisher <name>')
    .option('--since <when>', '12h, 3d, 2w or a date')
    .addOption(new Option('--kind <kind>').choices(['quoted', 'reported']))
    .option('--compare <name>', 'a second speaker, side by side')
    .option('--context', 'with the paragraphs around each statement')
    .action(({ json, ...asked }: Asked & Json) =>
      show({ json }, async ({ askWhoSaid }, archive) => askWhoSaid(archive, asked, systemClock.now())),
    )
  lookup('search <query>', 'articles that hold words, "exact phrases", not -these, this OR that')
    .option('--publisher <name>')
    .option('--since <when>', '12h, 3d, 2w or a date')
    .action((query: string, asked: Asked & Json) =>
      show(asked, async ({ askSearch }, archive) =>
        askSearch(archive, query, { ...asked, now: systemClock.now() }),
      ),
    )
}

function addSummary(lookup: (usage: string, description: string) => Command): void {
  lookup(
    'summary [article]',
    'an article in its own sentences: its id, address or title; default: the newest',
  )
    .addOption(new Option('--length <length>').choices(['short', 'medium', 'long']))
    .action((article: string | undefined, asked: Asked & Json) =>
      show(
        { ...asked, needsArchive: article === undefined || !isAddress(article) },
        ({ askSummary }, archive) =>
          withWeb((web) => {
            const pages = operatorPages({ archive, web, clock: systemClock })
            return askSummary({ archive, pages }, article, asked)
          }),
      ),
    )
}

interface Json {
  readonly json: boolean
}

interface Showing extends Json {
  /** False: what is asked for can be told without one. */
  readonly needsArchive?: boolean
}

type Lookups = typeof import('./lookups.ts')

async function show(
  { json, needsArchive = true }: Showing,
  ask: (lookups: Lookups, archive: Archive) => Promise<Answer>,
): Promise<void> {
  const lookups = await import('./lookups.ts')
  const within =
    needsArchive || isArchiveThere(archivePlace(readConfig())) ? withKeptArchive : withEmptyArchive
  await within(async (archive) => {
    const { data, card } = await ask(lookups, archive)
    const text = json
      ? JSON.stringify(data)
      : renderText(card.components, { colour: streams.output.isTTY === true })
    await writeLine(streams.output, text)
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
