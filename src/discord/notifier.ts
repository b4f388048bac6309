import type { Delivery } from '../archive/deliveries.ts'
import { composeAnnouncement, messageKey, nonceOf } from './announcement.ts'
import { editMessage } from './edit-message.ts'
import type { NotifierParts } from './notifier-parts.ts'
import type { Outcome } from './poster.ts'

/** Empties the outbox into Discord, and keeps what was posted up to date. */
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
    const claim = () => ({ now, leaseUntil: now + leaseMs, limit: maxUnderWay - underWay.size })
    if (claim().limit <= 0) return
    for (const delivery of await parts.archive.claimDeliveries(claim()))
      begin(delivery, () => deliver(parts, delivery))
    if (claim().limit <= 0) return
    for (const edit of await parts.archive.claimEdits(claim()))
      begin(edit.delivery, () => editMessage(parts, edit))
  }

  function begin({ id }: Delivery, work: () => Promise<void>): void {
    if (underWay.has(id)) return
    const done = work()
      .catch((error: unknown) => parts.log.error({ err: error, delivery: id }, 'delivery failed'))
      .finally(() => {
        underWay.delete(id)
        waiting.abort()
      })
    underWay.set(id, done)
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
  const announcement = await composeAnnouncement(archive, delivery, stored)
  const outcome = await parts.poster.post(delivery.channel, { ...announcement, nonce: nonceOf(delivery) })
  await record(parts, delivery, outcome)
}

/** Too late for the nonce: whether the message was posted stands in the channel itself. */
async function settleDoubt(parts: NotifierParts, delivery: Delivery, since: number): Promise<void> {
  const { archive, poster, clock, log } = parts
  const found = await poster.find(delivery.channel, messageKey(delivery), since).catch(() => undefined)
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
