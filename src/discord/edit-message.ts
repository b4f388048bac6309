import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Edit } from '../archive/deliveries.ts'
import type { Clock } from '../clock.ts'
import type { ZoneOf } from '../queries/server-settings.ts'
import { composeChange } from './compose.ts'
import type { LanguageTo } from './language.ts'
import type { Poster } from './poster.ts'

/** What messages are edited with. */
interface EditorParts {
  readonly archive: Archive
  readonly poster: Poster
  readonly languageTo: LanguageTo
  readonly zoneOf: ZoneOf
  readonly clock: Clock
  readonly log: Logger
}

/** Pause after the first failure, in milliseconds; each further one adds as much. */
const pauseMs = 60_000

/** Writes a message anew: what it tells has changed. One that is gone, or closed to the bot, is left alone for good. */
export async function editMessage(parts: EditorParts, edit: Edit, signal: AbortSignal): Promise<void> {
  const { archive, poster, clock, log } = parts
  const { delivery, posting, messageId, tries } = edit
  const about = { channel: delivery.channel, article: delivery.articleId, message: messageId }
  const change = await composeChange(parts, posting)
  if (change === undefined) return archive.settleEdit(edit, clock.now())
  const outcome = await poster.edit(delivery.channel, messageId, { ...change, signal })
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
