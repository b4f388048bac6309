import type { Edit } from '../archive/deliveries.ts'
import { composeAnnouncement } from './announcement.ts'
import type { NotifierParts } from './notifier-parts.ts'

/** Pause after the first failure, in milliseconds; each further one adds as much. */
const pauseMs = 60_000

/** Writes a message anew: what it tells has changed. One that is gone, or closed to the bot, is left alone for good. */
export async function editMessage(parts: NotifierParts, edit: Edit): Promise<void> {
  const { archive, poster, clock, log } = parts
  const { delivery, messageId, tries } = edit
  const about = { channel: delivery.channel, article: delivery.articleId, message: messageId }
  const stored = await archive.article(delivery.articleId, { kind: 'operator' })
  // Of a withdrawn article nothing can be told anew.
  if (stored === undefined) return archive.settleEdit(edit, clock.now())
  const announcement = await composeAnnouncement(archive, delivery, stored)
  const outcome = await poster.edit(delivery.channel, messageId, announcement)
  switch (outcome.kind) {
    case 'edited':
      log.info(about, 'message edited')
      return archive.settleEdit(edit, clock.now())
    case 'gone':
      log.debug({ ...about, reason: outcome.reason }, 'message cannot be edited any more')
      return archive.endEdits(delivery.id, outcome.reason)
    case 'unsure':
      log.warn({ ...about, reason: outcome.reason }, 'message not edited; trying again')
      return archive.putOffEdit(delivery.id, clock.now() + pauseMs * tries, outcome.reason)
  }
}
