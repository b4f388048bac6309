import { once } from 'node:events'
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ExplainedQuote } from './analysis/quotes/explain.ts'
import { summarise } from './analysis/summarise.ts'
import { sureSpeakerConfidence } from './article.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { DropDesk, Dropped } from './newsroom/drop-desk.ts'
import { openChat } from './preview/chat.ts'
import { seedIds } from './preview/seed.ts'
import type { ExaminedArticle, ExaminedQuote, NewsDesk } from './preview/site/news-desk.ts'
import { type Site, startSite } from './preview/site/site.ts'
import { type StandIn, startStandIn } from './preview/stand-in.ts'
import type { Running } from './start/start.ts'
import { endTidily } from './tidy-end.ts'

/** What the preview is started with. */
export interface PreviewParts {
  readonly config: Config
  readonly log: Logger
  /** Ends the preview. */
  readonly signal: AbortSignal
}

/** How long "breaking" articles are kept back, so that a first announcement is seen arriving. */
const holdBackMs = 3000
/** Sentences of the summary that the newsroom marks in the text. */
const summarySentences = 3

/**
 * The real bot in a Discord on this machine, with its page and a prompt; its database lives as long as that Discord does.
 * Ends with the prompt's input or the signal.
 * @throws ConfigError if another preview uses the database.
 */
export async function runPreview({ config, log, signal }: PreviewParts): Promise<void> {
  process.stderr.write(
    'DISCORD_TOKEN is empty: this is the preview, in a Discord that lives on this machine.\n',
  )
  const leaving = once(signal, 'abort')
  const standIn = await startStandIn()
  const newsDesk = Promise.withResolvers<NewsDesk>()
  // Asked for by nobody who could hear of it when the start fails.
  newsDesk.promise.catch(() => undefined)
  const site = await startSite(standIn, { port: config.PREVIEW_PORT, newsDesk: newsDesk.promise })
  tellAddress(site, config.PREVIEW_PORT)
  // The page is there before the bot is loaded.
  const { start } = await import('./start/start.ts')
  const holdBack = new Set(globSync('**/breaking-*.*', { cwd: config.ARTICLES_DIR }))
  const starting = start({
    config: previewConfig(config, standIn),
    token: standIn.token,
    database: await freshDatabase(config),
    clock: systemClock,
    signal,
    log,
    holdBack,
  })
  const running = await starting.catch((error: unknown) => {
    // Told to go before the bot was there: that is no failure.
    if (signal.aborted) return undefined
    throw error
  })
  if (running === undefined) return endTidily([site, standIn])
  const drops = await openDrops(running)
  newsDesk.resolve(newsDeskOf(drops))
  const release = (): void => holdBack.forEach(running.newsroom.release)
  await Promise.race([play(standIn, running, release), leaving])
  await endTidily([running, drops, site, standIn])
}

/** Sets the stage, lets the first announcement come after a while, and answers the prompt until its input ends. */
async function play(standIn: StandIn, running: Running, release: () => void): Promise<void> {
  await setStage(standIn, running)
  void systemClock.wait(holdBackMs).then(release)
  await untilLeft(standIn)
}

async function openDrops({ archive, onArticle }: Running): Promise<DropDesk> {
  const { openDropDesk } = await import('./newsroom/drop-desk.ts')
  return openDropDesk({ archive, clock: systemClock, onArticle })
}

/** The end of the prompt's input ends the preview; where nothing was ever entered there, the page alone is used. */
async function untilLeft(standIn: StandIn): Promise<void> {
  const { runPrompt } = await import('./cli/prompt.ts')
  const { stdin: input, stdout: output, stderr: errors } = process
  const lines = await runPrompt(openChat(standIn), { input, output, errors })
  if (lines === 0 && !input.isTTY) await new Promise(() => undefined)
}

function tellAddress(site: Site, wanted: number): void {
  if (site.port !== wanted)
    process.stderr.write(`Port ${wanted} (PREVIEW_PORT) is taken; using the next free one.\n`)
  process.stderr.write(`Open ${site.url} in a browser, or type below.\n`)
}

/** A follow, so that news is announced, and a member's message with a link, for what messages' menus offer. */
async function setStage(standIn: StandIn, { archive, newsroom }: Running): Promise<void> {
  await newsroom.swept
  await archive.addFollow({
    id: 'preview',
    owner: seedIds.newsroom,
    channel: seedIds.news,
    createdBy: seedIds.admin,
    createdAt: systemClock.now(),
  })
  const { rows } = await archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 25 })
  const linked = rows.find(({ url }) => url !== undefined)
  if (linked?.url !== undefined)
    standIn.post(seedIds.general, seedIds.member, `Has anyone read this yet? ${linked.url}`)
}

/** Files that are given to commands lie in the stand-in, too. */
function previewConfig(config: Config, { apiUrl }: StandIn): Config {
  const ALLOW_PRIVATE_HOSTS = [...config.ALLOW_PRIVATE_HOSTS, new URL(apiUrl).host]
  return {
    ...config,
    DISCORD_API_URL: apiUrl,
    DISCORD_GUILD_ID: undefined,
    SHARDS: 'auto',
    ALLOW_PRIVATE_HOSTS,
  }
}

/**
 * An empty database for the preview.
 * @throws ConfigError if another preview uses it.
 */
async function freshDatabase({ DATA_DIR }: Config): Promise<string> {
  const { openSqliteArchive } = await import('./archive/sqlite.ts')
  const path = join(DATA_DIR, 'preview.db')
  // Opened first: what another preview works on is not taken away from under it.
  await openSqliteArchive(path, { role: 'bot' }).close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  return path
}

/** The newsroom's desk in the words of the page, which knows nothing of the rooms. */
function newsDeskOf(drops: DropDesk): NewsDesk {
  return {
    examine: async (given) => {
      const dropped = await drops.examine(given)
      return dropped.map((one) => ({ article: examinedArticle(one), keep: one.keep }))
    },
  }
}

function examinedArticle({ reading, explained, tookMs }: Dropped): ExaminedArticle {
  const { draft, analysis } = reading
  return {
    ...draft,
    sentences: analysis.sentences,
    summary: summarise(analysis, summarySentences),
    keywords: analysis.keywords,
    people: analysis.people,
    quotes: explained.map(examinedQuote),
    tookMs,
  }
}

function examinedQuote({ quote, candidates, reasons }: ExplainedQuote): ExaminedQuote {
  const { span, kind, statement, speaker, cue, confidence } = quote
  return {
    ...span,
    kind,
    statement,
    ...(speaker !== undefined && { speaker: speaker.name, as: speaker.as }),
    ...(cue !== undefined && { cue }),
    unsure: confidence < sureSpeakerConfidence,
    candidates,
    reasons,
  }
}
