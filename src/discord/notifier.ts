import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Posting } from '../archive/deliveries.ts'
import type { Clock } from '../clock.ts'
import type { Notices } from '../queries/notices.ts'
import type { ZoneOf } from '../queries/server-settings.ts'
import { closeChannel } from './channel-health.ts'
import { composePost, keyOf } from './compose.ts'
import { editMessage } from './edit-message.ts'
import type { LanguageTo } from './language.ts'
import type { Outcome, Poster } from './poster.ts'
import { publishMessage } from './publish-message.ts'
import { openTasks, type Tasks } from './tasks.ts'

/** What the notifier works with. */
export interface NotifierParts {
  readonly archive: Archive
  readonly poster: Poster
  readonly notices: Notices
  /** The language in which owners of follows are told. */
  readonly languageTo: LanguageTo
  readonly zoneOf: ZoneOf
  /** False while posting rests, since Discord refuses too much. */
  readonly mayPost: () => boolean
  readonly clock: Clock
  readonly log: Logger
}

/** Empties the outbox into Discord, and keeps what was posted up to date. */
export interface Notifier {
  /** There may be something to post: look now instead of within a second. */
  readonly nudge: () => void
  /** Takes nothing more and waits for what is under way, some seconds at most. */
  readonly close: () => Promise<void>
}

/** How often the outbox is looked at: an article that another process put in is posted this late at most. */
const lookEveryMs = 1000
/** Posts under way at once. REST waits for rate limits, and one slow channel must not hold up the others. */
const maxUnderWay = 16
/** What a killed process was posting is taken up by another after so long. */
const leaseMs = 20_000
/** A request with its repetitions may take longer: leases are lengthened while it does. */
const renewEveryMs = 5000
/** Discord remembers a nonce for some minutes; only so long is sending again known to be safe. */
const nonceTrustedMs = 60_000
/** What a killed process sent may still be on its way; by then it has arrived. */
const arrivalMs = 10_000
/** How far back is looked where the clock was put back, and says nothing of when something was sent. */
const clockLostMs = 86_400_000
/** What is under way when the process ends gets so long; the rest is taken up at the next start. In milliseconds. */
const closingMs = 5000
/** First and longest pause after a failure; it doubles in between. */
const firstPauseMs = 1000
const longestPauseMs = 5 * 60_000

/** Starts to post what the outbox holds. */
export function startNotifier(parts: NotifierParts): Notifier {
  const tasks = openTasks(parts, () => waiting.abort())
  const closing = new AbortController()
  let waiting = new AbortController()
  const renew = renewal(parts, tasks)

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      waiting = new AbortController()
      await round(parts, tasks, renew).catch((error: unknown) =>
        parts.log.error({ err: error }, 'outbox not readable'),
      )
      await parts.clock.wait(lookEveryMs, AbortSignal.any([waiting.signal, closing.signal]))
    }
  }

  const running = run()
  return {
    nudge: () => waiting.abort(),
    close: async () => {
      closing.abort()
      await running
      await tasks.endWithin(parts.clock, closingMs)
    },
  }
}

/** Takes up what is due, as much as may be under way: posts before publishing, changes last. */
async function round(
  parts: NotifierParts,
  tasks: Tasks,
  renew: (now: number) => Promise<void>,
): Promise<void> {
  const { archive } = parts
  const now = parts.clock.now()
  await renew(now)
  const claim = () => ({ now, leaseUntil: now + leaseMs, limit: maxUnderWay - tasks.size() })
  if (claim().limit <= 0 || !parts.mayPost()) return
  for (const posting of await archive.claimDeliveries(claim()))
    tasks.begin({ kind: 'post', id: posting.id }, (signal) => deliver(parts, posting, signal))
  if (claim().limit <= 0) return
  for (const publication of await archive.claimPublications(claim()))
    tasks.begin({ kind: 'publish', id: publication.delivery.id }, (signal) =>
      publishMessage(parts, publication, signal),
    )
  if (claim().limit <= 0) return
  for (const edit of await archive.claimEdits(claim()))
    tasks.begin({ kind: 'edit', id: edit.delivery.id }, (signal) => editMessage(parts, edit, signal))
}

/**
 * Lengthens the leases of what is under way. Those that are as young as they can be need none. Where that fails for as long
 * as a lease lasts, another process may have taken over: what is under way here is given up.
 */
function renewal({ archive, clock }: NotifierParts, tasks: Tasks): (now: number) => Promise<void> {
  let renewedAt = clock.now()
  return async (now) => {
    if (now - renewedAt < renewEveryMs) return
    try {
      if (tasks.size() > 0) await archive.renewDeliveries(tasks.ids(), now + leaseMs)
      renewedAt = now
    } catch (error) {
      if (now - renewedAt >= leaseMs) tasks.giveUp()
      throw error
    }
  }
}

/** Brings one claimed posting a step further: to its message, to a later try, or out of the queue. */
async function deliver(parts: NotifierParts, posting: Posting, signal: AbortSignal): Promise<void> {
  const { archive, poster, clock } = parts
  const { id, channel, sendingAt } = posting
  if (sendingAt !== undefined && (await isDoubtful(parts, channel, sendingAt)))
    return settleDoubt(parts, posting, sendingAt)
  const post = await composePost(parts, posting)
  // Withdrawn meanwhile, which took the posting out of the queue, or no longer to be seen in its channel.
  if (post === undefined) return archive.endDelivery(id, 'dropped', 'its article is no longer seen there')
  if (sendingAt !== undefined && isForgotten(parts, sendingAt)) return settleDoubt(parts, posting, sendingAt)
  if (!(await archive.markSending(posting, { at: clock.now(), isPublished: post.crosspost }))) return
  await record(parts, posting, await poster.post(channel, post, signal))
}

/** Whether sending again might post twice: the nonce is forgotten, or the channel takes none, as far as is known. */
async function isDoubtful(parts: NotifierParts, channel: string, since: number): Promise<boolean> {
  return isForgotten(parts, since) || !(await parts.poster.takesNonces(channel).catch(() => false))
}

/** A clock that was put back cannot tell how long ago it was. */
function isForgotten({ clock }: NotifierParts, since: number): boolean {
  const ageMs = clock.now() - since
  return ageMs < 0 || ageMs >= nonceTrustedMs
}

/** Too late for the nonce: whether the message was posted stands in the channel itself. */
async function settleDoubt(parts: NotifierParts, posting: Posting, since: number): Promise<void> {
  const { archive, poster, clock, log } = parts
  const ageMs = clock.now() - since
  if (ageMs >= 0 && ageMs < arrivalMs)
    return archive.doubtDelivery(posting.id, since + arrivalMs, 'it may still be on its way')
  const from = ageMs < 0 ? clock.now() - clockLostMs : since
  const found = await poster.find(posting.channel, keyOf(posting), from).catch(() => undefined)
  if (found === undefined)
    return archive.doubtDelivery(posting.id, clock.now() + pauseAfter(ageMs), 'Discord could not be asked')
  if (found === 'absent') return archive.putOffDelivery(posting.id, clock.now(), 'was not posted')
  if (found !== 'unknown') return archive.settleDelivery(posting.id, found.messageId)
  log.error({ channel: posting.channel, article: posting.articleId }, 'unknown whether posted; held')
  return archive.endDelivery(posting.id, 'held', 'Whether it was posted cannot be seen in the channel.')
}

async function record(parts: NotifierParts, posting: Posting, outcome: Outcome): Promise<void> {
  const { archive, clock, log } = parts
  const about = { channel: posting.channel, article: posting.articleId }
  switch (outcome.kind) {
    case 'posted':
      log.info({ ...about, message: outcome.messageId }, 'article posted')
      return archive.settleDelivery(posting.id, outcome.messageId)
    case 'refused': {
      log.warn({ ...about, reason: outcome.reason }, 'channel refused the post; its follows are paused')
      await archive.endDelivery(posting.id, 'dropped', outcome.reason)
      await closeChannel(parts, posting.channel, outcome.reason)
      return
    }
    case 'broken':
      log.error({ ...about, reason: outcome.reason }, 'Discord does not take this message')
      return archive.endDelivery(posting.id, 'dropped', outcome.reason)
    case 'unsure': {
      const waited = clock.now() - (posting.sendingAt ?? clock.now())
      log.warn({ ...about, reason: outcome.reason }, 'post failed; trying again')
      return archive.doubtDelivery(posting.id, clock.now() + pauseAfter(waited), outcome.reason)
    }
  }
}

/** The pause grows with the time that has passed since the first try, which doubles it each time. */
function pauseAfter(waitedMs: number): number {
  return Math.min(Math.max(waitedMs, firstPauseMs), longestPauseMs)
}
