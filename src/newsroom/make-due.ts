import type { Archive } from '../archive/archive.ts'
import type { Feed } from '../archive/feeds.ts'
import { UserError } from '../errors.ts'

/**
 * Has a feed read as soon as the poller comes to it, also one that was given up: it gets the patience of a new one.
 * @throws UserError if its server has asked to be left alone: then it is
 */
export async function makeDue(archive: Archive, feed: Feed, now: number): Promise<void> {
  const { id, heldUntil, disabled } = feed
  if (heldUntil !== undefined && heldUntil > now) {
    const until = new Date(heldUntil).toISOString().slice(0, 16).replace('T', ' ')
    throw new UserError({ kind: 'leftAlone', until })
  }
  await archive.changeFeed(id, {
    nextReadAt: now,
    ...(disabled !== undefined && { disabled: null, failures: 0, failingSince: null }),
  })
}
