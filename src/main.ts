import { once } from 'node:events'
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { ConfigError } from './errors.ts'
import { type Running, start } from './start.ts'

/** Longest that a tidy end may take; after it the process goes anyway, and the outbox goes on at the next start. */
const shutdownMs = 10_000
/** How long the preview keeps its "breaking" articles back, so that a first announcement is seen arriving. */
const holdBackMs = 3000

async function main(): Promise<void> {
  const config = readConfig()
  return config.DISCORD_TOKEN === undefined ? runPreview(config) : runBot(config, config.DISCORD_TOKEN)
}

/** Logs go to standard error: standard output belongs to answers. */
function logTo(level: Config['LOG_LEVEL']): pino.Logger {
  // A request that Discord refused may hold what no log is to hold: an exported list of feeds has passwords in it.
  const redact = { paths: ['err.requestBody'], remove: true }
  return pino({ level, redact }, pino.destination({ fd: 2, sync: true }))
}

async function runBot(config: Config, token: string): Promise<void> {
  const log = logTo(config.LOG_LEVEL)
  const signal = signalled()
  const database = join(config.DATA_DIR, 'crier.db')
  const monitor = await openMonitor(config, log)
  const parts = { config, token, database, clock: systemClock, log, signal, onAnswered: monitor?.answered }
  const running = await start(parts).catch((error: unknown) => {
    // Told to go while Discord could not be reached: that is no failure.
    if (signal.aborted) return undefined
    throw error
  })
  if (running !== undefined) {
    monitor?.watch({ archive: running.archive, gateway: running.bot.gateway })
    if (!signal.aborted) await once(signal, 'abort')
    await end(running)
  }
  await monitor?.close()
}

/** Health and metrics, where a port is set for them. */
async function openMonitor({ HTTP_PORT: port, HTTP_HOST: host }: Config, log: pino.Logger) {
  if (port === undefined) return undefined
  const { startMonitor } = await import('./operations/monitor.ts')
  return startMonitor({ port, host, log })
}

/** The real bot in a Discord on this machine, with a prompt; its database lives as long as that Discord does. */
async function runPreview(config: Config): Promise<void> {
  const [{ openChat }, { startStandIn }, { seedIds }, { runPrompt }] = await Promise.all([
    import('./preview/chat.ts'),
    import('./preview/stand-in.ts'),
    import('./preview/seed.ts'),
    import('./cli/prompt.ts'),
  ])
  process.stderr.write(
    'DISCORD_TOKEN is empty: this is the preview, in a Discord that lives on this machine.\n',
  )
  const standIn = await startStandIn()
  const signal = signalled()
  const holdBack = new Set(globSync('**/breaking-*.*', { cwd: config.ARTICLES_DIR }))
  const running = await start({
    config: previewConfig(config, standIn),
    token: standIn.token,
    database: await freshDatabase(config),
    clock: systemClock,
    signal,
    log: logTo(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL),
    holdBack,
  })
  await running.newsroom.swept
  await running.archive.addFollow({
    id: 'preview',
    owner: seedIds.newsroom,
    channel: seedIds.news,
    createdBy: seedIds.admin,
    createdAt: systemClock.now(),
  })
  void systemClock.wait(holdBackMs).then(() => holdBack.forEach(running.newsroom.release))
  const prompt = runPrompt(openChat(standIn), {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
  })
  await Promise.race([prompt, once(signal, 'abort')])
  await end(running)
  await standIn.close()
  process.exit()
}

/** Files that are given to commands lie in the stand-in, too. */
function previewConfig(config: Config, { apiUrl }: { readonly apiUrl: string }): Config {
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

/** Aborts when the process is told to end. */
function signalled(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

async function end(running: Running): Promise<void> {
  const late = setTimeout(() => process.exit(1), shutdownMs).unref()
  await running.close()
  clearTimeout(late)
}

/** A reader that goes away early (`| head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main()
} catch (error) {
  const known = error instanceof ConfigError
  process.stderr.write(`crier: ${known ? error.message : `unexpected failure: ${String(error)}`}\n`)
  process.exit(known ? 2 : 1)
}
