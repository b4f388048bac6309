import type { Feed, FeedChange } from '../archive/feeds.ts'
import { SourceError } from '../errors.ts'
import type { Feed as ReadFeed } from '../sources/feed.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { Web, WebBody } from '../sources/http/web.ts'
import { WebError } from '../sources/http/web-error.ts'
import { givenUpText } from '../troubles.ts'
import type { FeedDesk } from './desk.ts'
import { takeEntries } from './feed-entries.ts'
import { tellFailing, tellRecovered } from './feed-notices.ts'
import { heldUntil, isGivenUp, nextReadAt, retryAt } from './feed-schedule.ts'
import { troubleOf } from './feed-trouble.ts'

/**
 * Reads one feed and keeps what is new in it. Never rejects for what is wrong with the feed: that is written down with
 * it, and when it is tried again.
 * @throws Error if the archive fails: the feed stays due
 */
export async function workFeed(desk: FeedDesk, feed: Feed): Promise<void> {
  const { archive, clock, holds, log, signal } = desk
  const heldUntil = holds.until(feed.url)
  if (heldUntil !== undefined)
    return archive.changeFeed(feed.id, { nextReadAt: heldUntil, ...withinTime(feed, clock.now()) })
  try {
    const { etag, lastModified } = feed
    const answer = await desk.web.get(feed.url, { etag, lastModified, signal })
    const read = answer.kind === 'read' ? await readBody(desk, answer) : undefined
    const news = read === undefined ? 0 : await takeEntries(desk, feed, read)
    if (signal.aborted) return
    const change = afterReading(desk, feed, { answer, read })
    await archive.changeFeed(feed.id, { ...change, ...(news > 0 && { newsAt: clock.now() }) })
    if (change.url) log.info({ feed: showUrl(feed.url), to: showUrl(change.url) }, 'feed has moved for good')
    if (feed.failures > 0) {
      log.info({ feed: showUrl(feed.url), failures: feed.failures }, 'feed readable again')
      await tellRecovered(desk, feed)
    }
    if (news > 0) log.info({ feed: showUrl(feed.url), news }, 'feed read')
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof SourceError)) throw error
    holds.note(feed.url, error)
    const change = afterFailure(desk, feed, error)
    await archive.changeFeed(feed.id, change)
    log.warn({ feed: showUrl(feed.url), reason: error.message }, 'feed not read')
    await tellFailing(desk, feed, change)
  }
}

async function readBody({ reader }: FeedDesk, { body, url, charset }: WebBody): Promise<ReadFeed> {
  return reader.read(body, { url, ...(charset !== undefined && { charset }) })
}

type Answer = Awaited<ReturnType<Web['get']>>

function afterReading(
  { clock, pollMs }: FeedDesk,
  feed: Feed,
  { answer, read }: { readonly answer: Answer; readonly read: ReadFeed | undefined },
): FeedChange {
  const now = clock.now()
  const { freshForMs, permanentUrl } = answer
  // "Unchanged" says nothing of how often to ask: what was wished before stays.
  const wishes = read?.hints ?? feed.wishes
  const rhythm = { id: feed.id, now, dueAt: feed.nextReadAt, pollMs, freshForMs, wishes }
  const hasMoved = permanentUrl !== undefined && permanentUrl === feed.movedTo
  return {
    ...(hasMoved ? { url: permanentUrl, movedTo: null } : { movedTo: permanentUrl ?? null }),
    ...(read !== undefined && read.title !== '' && { title: read.title }),
    ...(answer.kind === 'read' && { etag: answer.etag ?? null, lastModified: answer.lastModified ?? null }),
    ...(wishes !== undefined && { wishes }),
    nextReadAt: nextReadAt(rhythm),
    readAt: now,
    failures: 0,
    failingSince: null,
    error: null,
    heldUntil: null,
    loaded: true,
  }
}

function afterFailure({ clock, pollMs }: FeedDesk, feed: Feed, error: SourceError): FeedChange {
  const now = clock.now()
  const { id } = feed
  const failures = feed.failures + 1
  const failingSince = feed.failingSince ?? now
  const trouble = troubleOf(error)
  const retryAfterMs = error instanceof WebError ? error.retryAfterMs : undefined
  const isGone = error instanceof WebError && error.reason === 'gone'
  const since = new Date(failingSince).toISOString().slice(0, 10)
  return {
    ...withinTime(feed, now),
    failures,
    failingSince,
    error: trouble,
    nextReadAt: retryAt({ id, now, pollMs, failures, retryAfterMs }),
    heldUntil: heldUntil(now, retryAfterMs) ?? null,
    ...(isGone && { disabled: trouble }),
    ...(!isGone && isGivenUp({ failingSince, failures }, now) && { disabled: givenUpText(since, trouble) }),
  }
}

/** After the clock was put back, a reading that is still to come would make a feed due again and again. */
function withinTime({ readAt }: Feed, now: number): FeedChange {
  return readAt !== undefined && readAt > now ? { readAt: now } : {}
}
