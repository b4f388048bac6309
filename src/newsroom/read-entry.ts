import { SourceError } from '../errors.ts'
import type { FeedEntry, Feed as ReadFeed } from '../sources/feed.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { FeedDesk } from './desk.ts'
import { draftOfEntry, isWhole, withFeed } from './feed-draft.ts'
import type { PageShare } from './page-share.ts'
import type { Reading } from './reading.ts'

/** What an entry is read with besides the desk. */
export interface EntrySource {
  /** Its feed. */
  readonly read: ReadFeed
  readonly pages: PageShare
}

/**
 * The article of an entry: the feed's own text where it is whole, else the page's; where that cannot be read, the feed's
 * share of pages is used up or its host wants to be left alone, the teaser.
 */
export async function readEntry(
  desk: FeedDesk,
  entry: FeedEntry,
  { read, pages }: EntrySource,
): Promise<Reading> {
  const { analyst, holds, log, web, signal } = desk
  const own = draftOfEntry(entry, read)
  const { link } = entry
  if (isWhole(entry) || link === undefined || !pages.hasMore() || holds.until(link) !== undefined)
    return analyst.readDraft(own)
  try {
    const accept = 'text/html, application/xhtml+xml'
    const page = await pages.spend(() => web.get(link, { accept, signal }))
    if (page.kind !== 'read') return await analyst.readDraft(own)
    const { draft } = await analyst.readPage({ url: page.url, bytes: page.body, charset: page.charset })
    return await analyst.readDraft(withFeed(draft, entry, read))
  } catch (error) {
    if (!(error instanceof SourceError) || signal.aborted) throw error
    holds.note(link, error)
    log.info({ page: showUrl(link), reason: error.message }, 'page not read; the feed’s own words are kept')
    return analyst.readDraft(own)
  }
}
