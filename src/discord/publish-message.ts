import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Publication } from '../archive/deliveries.ts'
import type { Clock } from '../clock.ts'
import type { Poster } from './poster.ts'

/** What messages are published with. */
interface PublisherParts {
  readonly archive: Archive
  readonly poster: Poster
  readonly clock: Clock
  readonly log: Logger
}

/** Pause after the first failure, in milliseconds; each further one adds as much. */
const pauseMs = 60_000
/** What could not be published within so long is no news any more. In milliseconds. */
const newsMs = 86_400_000

/** Publishes a message to the channels that follow its own; later, where Discord has had enough for this hour. */
export async function publishMessage(
  { archive, poster, clock, log }: PublisherParts,
  { delivery, messageId, tries }: Publication,
  signal: AbortSignal,
): Promise<void> {
  const { id, channel } = delivery
  const about = { channel, article: delivery.articleId, message: messageId }
  const outcome = await poster.publish(channel, messageId, signal)
  switch (outcome.kind) {
    case 'published':
      log.info(about, 'announcement published')
      return archive.settlePublication(id)
    case 'gone':
      log.warn({ ...about, reason: outcome.reason }, 'announcement cannot be published')
      return archive.settlePublication(id)
    case 'limited':
      if (clock.now() - delivery.plannedAt < newsMs)
        return archive.postponePublication(id, clock.now() + outcome.afterMs)
      log.warn(about, 'announcement not published: there were too many in its channel')
      return archive.settlePublication(id)
    case 'unsure':
      log.warn({ ...about, reason: outcome.reason }, 'announcement not published; trying again')
      return archive.putOffPublication(id, clock.now() + pauseMs * tries)
  }
}
