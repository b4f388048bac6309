import type { FeedState } from '../../queries/server-feeds.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { troubleIn } from '../words-of.ts'
import { clip, moment } from './text.ts'

/** Longest reason that is shown in a list, and of one feed. */
const maxReason = 120
const maxWholeReason = 300

/** The state of a feed in one line of markdown. */
export function feedCondition(feed: FeedState, now: number, say: Catalogue): string {
  const { disabled, error, failingSince, readAt } = feed
  const { feedState } = say
  if (disabled !== undefined) return `⚠ ${feedState.givenUp(clip(troubleIn(disabled, say), maxReason))}`
  const next = isDue(feed, now) ? feedState.beingRead : feedState.next(moment(feed.nextReadAt, 'R'))
  if (error !== undefined)
    return `⚠ ${feedState.failing(moment(failingSince ?? now, 'R'), clip(troubleIn(error, say), maxReason))} · ${next}`
  return `${readAt === undefined ? feedState.notReadYet : feedState.read(moment(readAt, 'R'))} · ${next}`
}

/** Everything that is known of a feed's state, a line each. */
export function feedDetails(feed: FeedState, now: number, say: Catalogue): readonly string[] {
  const { readAt, newsAt, error, failures, failingSince, heldUntil, isOwn } = feed
  const { feedState } = say
  return [
    readAt === undefined ? feedState.neverRead : feedState.lastRead(when(readAt)),
    newsAt === undefined ? feedState.noNews : feedState.lastNews(when(newsAt)),
    nextRead(feed, now, say),
    error === undefined
      ? feedState.noError
      : feedState.lastError(clip(troubleIn(error, say), maxWholeReason)),
    ...(failingSince === undefined ? [] : [feedState.failingSince(when(failingSince), failures)]),
    ...(heldUntil === undefined || heldUntil <= now ? [] : [feedState.leftAlone(moment(heldUntil, 'f'))]),
    ...whyGivenUp(feed, say),
    ...(isOwn ? [] : [feedState.operators]),
  ]
}

function nextRead(feed: FeedState, now: number, { feedState }: Catalogue): string {
  if (feed.disabled !== undefined) return feedState.nextReadNever
  return isDue(feed, now) ? feedState.nextReadNow : feedState.nextRead(when(feed.nextReadAt))
}

function whyGivenUp({ disabled, isOwn }: FeedState, say: Catalogue): readonly string[] {
  if (disabled === undefined) return []
  const { feedState, buttons } = say
  const why = feedState.whyGivenUp(clip(troubleIn(disabled, say), maxWholeReason))
  return [isOwn ? `${why}. ${feedState.readAgain(buttons.readNow)}` : why]
}

function isDue({ nextReadAt }: FeedState, now: number): boolean {
  return nextReadAt <= now
}

function when(time: number): string {
  return `${moment(time, 'f')} (${moment(time, 'R')})`
}
