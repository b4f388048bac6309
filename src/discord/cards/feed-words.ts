import type { FeedState } from '../../queries/server-feeds.ts'
import { clip, moment } from './text.ts'

/** Longest reason that is shown in a list, and of one feed. */
const maxReason = 120
const maxWholeReason = 300

/** The state of a feed in one line of markdown. */
export function feedCondition(feed: FeedState, now: number): string {
  const { disabled, error, failingSince, readAt } = feed
  if (disabled !== undefined) return `⚠ given up: ${clip(disabled, maxReason)}`
  if (error !== undefined)
    return `⚠ failing since ${moment(failingSince ?? now, 'R')}: ${clip(error, maxReason)} · ${nextWords(feed, now)}`
  if (readAt === undefined) return `not read yet · ${nextWords(feed, now)}`
  return `read ${moment(readAt, 'R')} · ${nextWords(feed, now)}`
}

/** Everything that is known of a feed's state, a line each. */
export function feedDetails(feed: FeedState, now: number): readonly string[] {
  const { readAt, newsAt, error, failures, failingSince, heldUntil, disabled, isOwn } = feed
  return [
    `Last read: ${readAt === undefined ? 'never yet' : when(readAt)}`,
    `Last news: ${newsAt === undefined ? 'none yet' : when(newsAt)}`,
    disabled === undefined
      ? `Next read: ${isDue(feed, now) ? 'now' : when(feed.nextReadAt)}`
      : 'Next read: never',
    error === undefined ? 'Last error: none' : `Last error: ${clip(error, maxWholeReason)}`,
    ...(failingSince === undefined
      ? []
      : [`Failing since ${when(failingSince)}, ${times(failures)} in a row`]),
    ...(heldUntil === undefined || heldUntil <= now
      ? []
      : [`Its server asks to be left alone until ${moment(heldUntil, 'f')}`]),
    ...(disabled === undefined ? [] : [`Given up: ${clip(disabled, maxWholeReason)}${isOwn ? again : ''}`]),
    ...(isOwn ? [] : ['It is in the operator’s list and open to all: only the operator can change that.']),
  ]
}

const again = '. Once that is mended, “Read it now” has it read again'

function nextWords(feed: FeedState, now: number): string {
  return isDue(feed, now) ? 'being read now' : `next ${moment(feed.nextReadAt, 'R')}`
}

function isDue({ nextReadAt }: FeedState, now: number): boolean {
  return nextReadAt <= now
}

function when(time: number): string {
  return `${moment(time, 'f')} (${moment(time, 'R')})`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
