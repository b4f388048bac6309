import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Archive, StoredArticle } from '../archive/archive.ts'
import type { Delivery } from '../archive/deliveries.ts'
import type { Clock } from '../clock.ts'
import { announcementCard } from './cards/announcement-card.ts'
import type { Outcome, Poster } from './poster.ts'

/** What the notifier works with. */
export interface NotifierParts {
  readonly archive: Archive
  readonly poster: Poster
  readonly clock: Clock
  readonly log: Logger
}

/** Empties the outbox into Discord. */
export interface Notifier {
  /** There may be something to post: look now instead of within a second. */
  readonly nudge: () => void
  /** Takes nothing more and waits for the posts under way. */
  readonly close: () => Promise<void>
}

/** How often the outbox is looked at: an article that another process put in is posted this late at most. */
const lookEveryMs = 1000
/** Posts under way at once. REST waits for rate limits, and one slow channel must not hold up the others. */
const maxUnderWay = 16
/** Longer than any request may take with its repetitions. */
const leaseMs = 5 * 60_000
/** Discord remembers a nonce for some minutes; only so long is sending again known to be safe. */
const nonceTrustedMs = 60_000
/** First and longest pause after a failure; it doubles in between. */
const firstPauseMs = 1000
const longestPauseMs = 5 * 60_000
/** Discord's limit for nonces. */
const nonceLength = 25
const keyLength = 16

/** Starts to post what the outbox holds. */
export function startNotifier(parts: NotifierParts): Notifier {
  const underWay = new Map<number, Promise<void>>()
  const closing = new AbortController()
  let waiting = new AbortController()

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      waiting = new AbortController()
      await round().catch((error: unknown) => parts.log.error({ err: error }, 'outbox not readable'))
      await parts.clock.wait(lookEveryMs, AbortSignal.any([waiting.signal, closing.signal]))
    }
  }

  async function round(): Promise<void> {
    const now = parts.clock.now()
    const limit = maxUnderWay - underWay.size
    if (limit <= 0) return
    for (const delivery of await parts.archive.claimDeliveries({ now, leaseUntil: now + leaseMs, limit })) {
      if (underWay.has(delivery.id)) continue
      const done = deliver(parts, delivery)
        .catch((error: unknown) => parts.log.error({ err: error, delivery: delivery.id }, 'delivery failed'))
        .finally(() => {
          underWay.delete(delivery.id)
          waiting.abort()
        })
      underWay.set(delivery.id, done)
    }
  }

  const running = run()
  return {
    nudge: () => waiting.abort(),
    close: async () => {
      closing.abort()
      await running
      await Promise.all(underWay.values())
    },
  }
}

/** Brings one claimed delivery a step further: to its message, to a later try, or out of the queue. */
async function deliver(parts: NotifierParts, delivery: Delivery): Promise<void> {
  const { archive, clock } = parts
  const stored = await archive.article(delivery.articleId, { kind: 'operator' })
  if (delivery.sendingAt !== undefined && clock.now() - delivery.sendingAt >= nonceTrustedMs) {
    return settleDoubt(parts, delivery, delivery.sendingAt)
  }
  // Withdrawn meanwhile, which took the delivery out of the queue.
  if (stored === undefined) return
  if (!(await archive.markSending(delivery.id, clock.now()))) return
  const roles = await rolesOf(archive, delivery)
  const outcome = await parts.poster.post(delivery.channel, { ...compose(stored, delivery, roles), roles })
  await record(parts, delivery, outcome)
}

function compose(stored: StoredArticle, delivery: Delivery, roles: readonly string[]) {
  return {
    card: announcementCard(stored, { key: digestOf(delivery, keyLength), roles }),
    nonce: digestOf(delivery, nonceLength),
  }
}

/** Names this delivery in Discord; the channel is part of it because nonces are remembered for each author, not each channel. */
function digestOf({ id, channel, articleId }: Delivery, length: number): string {
  return createHash('sha256').update(`${id} ${channel} ${articleId}`).digest('hex').slice(0, length)
}

/** Too late for the nonce: whether the message was posted stands in the channel itself. */
async function settleDoubt(parts: NotifierParts, delivery: Delivery, since: number): Promise<void> {
  const { archive, poster, clock, log } = parts
  const found = await poster
    .find(delivery.channel, digestOf(delivery, keyLength), since)
    .catch(() => undefined)
  if (found === undefined) {
    return archive.doubtDelivery(
      delivery.id,
      clock.now() + pauseAfter(clock.now() - since),
      'Discord could not be asked',
    )
  }
  if (found === 'absent') return archive.putOffDelivery(delivery.id, clock.now(), 'was not posted')
  if (found !== 'unknown') return archive.settleDelivery(delivery.id, found.messageId)
  log.error({ channel: delivery.channel, article: delivery.articleId }, 'unknown whether posted; held')
  return archive.endDelivery(delivery.id, 'held', 'Whether it was posted cannot be seen in the channel.')
}

async function record(parts: NotifierParts, delivery: Delivery, outcome: Outcome): Promise<void> {
  const { archive, clock, log } = parts
  const about = { channel: delivery.channel, article: delivery.articleId }
  switch (outcome.kind) {
    case 'posted':
      log.info({ ...about, message: outcome.messageId }, 'article posted')
      return archive.settleDelivery(delivery.id, outcome.messageId)
    case 'refused': {
      log.warn({ ...about, reason: outcome.reason }, 'channel refused the post; its follows are paused')
      await archive.endDelivery(delivery.id, 'dropped', outcome.reason)
      await archive.pauseChannel(delivery.channel, `Discord refused a post there: ${outcome.reason}`)
      return
    }
    case 'broken':
      log.error({ ...about, reason: outcome.reason }, 'Discord does not take this message')
      return archive.endDelivery(delivery.id, 'dropped', outcome.reason)
    case 'unsure': {
      const waited = clock.now() - (delivery.sendingAt ?? clock.now())
      log.warn({ ...about, reason: outcome.reason }, 'post failed; trying again')
      return archive.doubtDelivery(delivery.id, clock.now() + pauseAfter(waited), outcome.reason)
    }
  }
}

/** The pause grows with the time that has passed since the first try, which doubles it each time. */
function pauseAfter(waitedMs: number): number {
  return Math.min(Math.max(waitedMs, firstPauseMs), longestPauseMs)
}

async function rolesOf(archive: Archive, { follows }: Delivery): Promise<readonly string[]> {
  const wanted = new Set(follows)
  const matched = (await archive.follows()).filter((follow) => wanted.has(follow.id))
  return [...new Set(matched.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))]
}
