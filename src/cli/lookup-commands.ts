import { type Command, Option } from 'commander'
import type { Archive } from '../archive/archive.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import type { TrendWindow } from '../queries/trending.ts'
import { atLeastOne } from './at-least-one.ts'
import type { Answer, Asked } from './lookups.ts'
import { operatorPages } from './operator-pages.ts'
import { writeLine } from './output.ts'
import { renderText } from './render-text.ts'
import {
  archivePlace,
  isArchiveThere,
  streams,
  withEmptyArchive,
  withKeptArchive,
  withWeb,
} from './session.ts'
import { isAddress } from './web.ts'

const defaultCount = 10

/** The commands that look things up in the archive: the slash commands' answers, as text or JSON. */
export function addLookups(crier: Command): void {
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
  addSimilar(lookup)
  addTrending(crier)
  addWhoSaid(lookup)
  lookup('search <query>', 'articles that hold words, "exact phrases", not -these, this OR that')
    .option('--publisher <name>')
    .option('--since <when>', '12h, 3d, 2w or a date')
    .action((query: string, asked: Asked & Json) =>
      show(asked, async ({ askSearch }, archive) =>
        askSearch(archive, query, { ...asked, now: systemClock.now() }),
      ),
    )
}

function addWhoSaid(lookup: (usage: string, description: string) => Command): void {
  lookup('whosaid', 'who said what')
    .option('--speaker <name>')
    .option('--about <expression>')
    .option('--words <words>')
    .option('--publisher <name>')
    .option('--since <when>', '12h, 3d, 2w or a date')
    .addOption(new Option('--kind <kind>').choices(['quoted', 'reported']))
    .option('--compare <name>', 'a second speaker, side by side')
    .addOption(
      new Option('--timeline', 'the speaker’s days, each with one of its quotes').conflicts([
        'compare',
        'context',
      ]),
    )
    .option('--context', 'with the paragraphs around each statement')
    .action(({ json, ...asked }: Asked & Json) =>
      show({ json }, async ({ askWhoSaid }, archive) => askWhoSaid(archive, asked, systemClock.now())),
    )
}

function addSimilar(lookup: (usage: string, description: string) => Command): void {
  lookup('similar <article>', 'the articles most like one, by its id, address or title').action(
    (article: string, asked: Asked & Json) =>
      show(asked, ({ askSimilar }, archive) =>
        withWeb((web) => {
          const pages = operatorPages({ archive, web, clock: systemClock })
          return askSimilar({ archive, pages }, article, asked)
        }),
      ),
  )
}

function addTrending(crier: Command): void {
  crier
    .command('trending')
    .description('who and what came up more than before')
    .option('--json', 'as JSON', false)
    .addOption(new Option('--window <time>', 'how far back').choices(['24h', '7d', '30d']).default('24h'))
    .addOption(new Option('--kind <kind>', 'one of both').choices(['people', 'topics']))
    .action(({ window, kind, json }: Json & { window: TrendWindow; kind?: 'people' | 'topics' }) =>
      show({ json }, async ({ askTrending }, archive) => {
        const only = kind && (kind === 'people' ? 'person' : 'topic')
        return askTrending(archive, { window, ...(only && { kind: only }) }, systemClock.now())
      }),
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
