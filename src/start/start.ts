import type { Archive } from '../archive/archive.ts'
import type { Bot } from '../discord/bot.ts'
import type { Budget } from '../discord/budget.ts'
import { type Connection, connect } from '../discord/connection.ts'
import type { Notifier } from '../discord/notifier.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { leasesFor, noticesFor, startAnswering, startDelivering, withArchive } from './bot.ts'
import type { StartParts } from './parts.ts'
import { closeAll, type Desks, startReading } from './reading.ts'

/** Crier while it is running. */
export interface Running {
  readonly archive: Archive
  readonly requests: Budget['numbers']
  readonly bot: Bot
  readonly newsroom: Newsroom
  /** There may be something to post. */
  readonly onArticle: () => void
  /** Finishes what is under way, in the order of the path, and closes the archive. */
  readonly close: () => Promise<void>
}

/** How long reading waits for the login. */
const patienceMs = 5000

/**
 * Puts all rooms together in one process: archive, then bot and newsroom side by side. Resolves when the bot is ready to
 * answer; the first load of the articles folder may still be going on.
 * @throws ConfigError if the database cannot be used or Discord refuses the token.
 */
export async function start(parts: StartParts): Promise<Running> {
  // Everything else is loaded while the gateway answers.
  return withArchive(parts, connect(parts), (archive, connection) => startRooms(parts, archive, connection))
}

async function startRooms(parts: StartParts, archive: Archive, connection: Connection): Promise<Running> {
  const { clock } = parts
  const [{ openKeyed }, { meetFolder }] = await Promise.all([
    import('../archive/keyed.ts'),
    import('../newsroom/folder-memory.ts'),
  ])
  await meetFolder(archive, clock.now())
  const desk = { ...parts, archive, keyed: openKeyed(archive, clock.now) }
  const side = { connection, notices: await noticesFor(desk, connection) }
  const desks = Promise.withResolvers<Desks>()
  const starting = startAnswering(desk, side, () => desks.promise)
  // Reading waits for the login, which it would slow down, but not for a Discord that cannot be reached.
  await Promise.race([starting, clock.wait(patienceMs)])
  let notifier: Notifier | undefined
  const onArticle = (): void => notifier?.nudge()
  const leases = leasesFor(parts, archive)
  const reading = await startReading({ ...desk, notices: side.notices, leases, onArticle })
  desks.resolve(reading)
  const bot = await starting.catch(async (error: unknown) => {
    await reading.close()
    throw error
  })
  const delivering = await startDelivering(desk, side)
  notifier = delivering
  const close = (): Promise<void> => closeAll([reading, delivering, bot, archive])
  return { archive, requests: connection.budget.numbers, bot, newsroom: reading.newsroom, onArticle, close }
}
