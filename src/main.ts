import { once } from 'node:events'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { ConfigError } from './errors.ts'
import { logTo } from './start/log.ts'
import type { StartParts } from './start/parts.ts'
import type { RunningRole } from './start/roles.ts'
import { endTidily } from './tidy-end.ts'

async function main(): Promise<void> {
  const config = readConfig()
  if (config.DISCORD_TOKEN !== undefined) return runBot(config, config.DISCORD_TOKEN)
  if (config.ROLE !== 'all')
    throw new ConfigError(`ROLE=${config.ROLE} needs DISCORD_TOKEN: a preview has no roles`)
  // Loaded here alone: with a token, nothing of the preview is.
  const { runPreview } = await import('./run-preview.ts')
  const log = logTo(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL)
  await runPreview({ config, log, signal: signalled() })
  process.exit()
}

async function runBot(config: Config, token: string): Promise<void> {
  const log = logTo(config.LOG_LEVEL)
  const signal = signalled()
  const database = config.DATABASE_URL ?? join(config.DATA_DIR, 'crier.db')
  const monitor = await openMonitor(config, log)
  const parts = { config, token, database, clock: systemClock, log, signal, onAnswered: monitor?.answered }
  const running = await startAs(config.ROLE, parts).catch((error: unknown) => {
    // Told to go while Discord could not be reached: that is no failure.
    if (signal.aborted) return undefined
    throw error
  })
  if (running !== undefined) {
    const { archive, requests, bot } = running
    monitor?.watch({ archive, requests, ...(bot && { gateway: bot.gateway }) })
    if (!signal.aborted) await once(signal, 'abort')
    await endTidily([running])
  }
  await monitor?.close()
  // A client that lost its gateway may still wait to try again, which would keep the process for minutes.
  process.exit()
}

/** Only what a role needs is loaded. */
async function startAs(role: Config['ROLE'], parts: StartParts): Promise<RunningRole> {
  if (role === 'all') return (await import('./start/start.ts')).start(parts)
  const { startBotAlone, startNewsroomRole } = await import('./start/roles.ts')
  return role === 'bot' ? startBotAlone(parts) : startNewsroomRole(parts)
}

/** Health and metrics, where a port is set for them. */
async function openMonitor({ HTTP_PORT: port, HTTP_HOST: host }: Config, log: Logger) {
  if (port === undefined) return undefined
  const { startMonitor } = await import('./operations/monitor.ts')
  return startMonitor({ port, host, log })
}

/** Aborts when the process is told to end. */
function signalled(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
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
