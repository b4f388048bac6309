import type { Archive } from '../archive/archive.ts'
import type { Bot } from '../discord/bot.ts'
import type { Budget } from '../discord/budget.ts'
import { leasesFor, noticesFor, startAnswering, startDelivering, withArchive } from './bot.ts'
import type { StartParts } from './parts.ts'
import { type Closable, closeAll, type Desks, openDesks, startNewsroomAlone } from './reading.ts'

/** One of several processes while it is running. */
export interface RunningRole extends Closable {
  readonly archive: Archive
  readonly requests: Budget['numbers']
  /** Absent in a newsroom, which has no gateway. */
  readonly bot?: Bot
}

/**
 * A process that answers and does nothing else. What reads pages and feeds for members is loaded when the first asks.
 * @throws ConfigError if the database cannot be used or Discord refuses the token
 */
export async function startBotAlone(parts: StartParts): Promise<RunningRole> {
  const { connect } = await import('../discord/connection.ts')
  return withArchive(parts, connect(parts), async (archive, connection) => {
    const { openKeyed } = await import('../archive/keyed.ts')
    const desk = { ...parts, archive, keyed: openKeyed(archive, parts.clock.now) }
    const notices = await noticesFor(desk, connection)
    let opened: Promise<Desks & Closable> | undefined
    const desks = (): Promise<Desks> => {
      opened ??= openDesks(desk)
      return opened
    }
    const bot = await startAnswering(desk, { connection, notices }, desks)
    const close = async () => closeAll([bot, ...(opened ? [await opened] : []), archive])
    return { archive, requests: connection.budget.numbers, bot, close }
  })
}

/**
 * A process that reads, understands and posts, by requests alone: it has no gateway.
 * @throws ConfigError as `startBotAlone`
 */
export async function startNewsroomRole(parts: StartParts): Promise<RunningRole> {
  const { connectRest } = await import('../discord/rest-connection.ts')
  return withArchive(parts, connectRest(parts), async (archive, connection) => {
    const { clock, log } = parts
    const [{ openKeyed }, { meetFolder }] = await Promise.all([
      import('../archive/keyed.ts'),
      import('../newsroom/folder-memory.ts'),
    ])
    await meetFolder(archive, clock.now())
    const desk = { ...parts, archive, keyed: openKeyed(archive, clock.now) }
    const notices = await noticesFor(desk, connection)
    const notifier = await startDelivering(desk, { connection, notices })
    const newsroom = await startNewsroomAlone({
      ...desk,
      notices,
      leases: leasesFor(parts, archive),
      onArticle: notifier.nudge,
    })
    log.info({ role: 'newsroom' }, 'ready')
    const close = () => closeAll([newsroom, notifier, connection, archive])
    return { archive, requests: connection.budget.numbers, close }
  })
}
