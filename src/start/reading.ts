import type { Keyed } from '../archive/keyed.ts'
import type { Leases } from '../archive/leases.ts'
import type { Newsroom, NewsroomParts } from '../newsroom/newsroom.ts'
import type { Notices } from '../queries/notices.ts'
import type { Pages } from '../queries/pages.ts'
import type { ServerFeeds } from '../queries/server-feeds.ts'
import type { StartParts } from './parts.ts'

/** What commands ask for that has to do with reading. */
export interface Desks {
  readonly pages: Pages
  readonly feeds: ServerFeeds
}

/** What can be ended in order. */
export interface Closable {
  readonly close: () => Promise<void>
}

/** What desks are opened with. */
export interface DeskParts extends StartParts, Pick<NewsroomParts, 'archive'> {
  readonly keyed: Keyed
}

/** What a newsroom is started with. */
export interface ReadingParts extends DeskParts, Pick<NewsroomParts, 'onArticle'> {
  readonly notices: Notices
  readonly leases: Leases
}

/** All that is read. */
export interface ReadingRooms extends Closable, Desks {
  readonly newsroom: Newsroom
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Starts to read, for the archive and for whoever asks. */
export async function startReading(parts: ReadingParts): Promise<ReadingRooms> {
  const web = await openWebFor(parts)
  const newsroom = await startNewsroomOn(parts, web)
  const desks = await openDesksOn(parts, web, newsroom.pollNow)
  return { newsroom, ...desks, close: () => closeAll([newsroom, desks, web]) }
}

/** Starts to read for the archive alone. */
export async function startNewsroomAlone(parts: ReadingParts): Promise<Newsroom> {
  const web = await openWebFor(parts)
  const newsroom = await startNewsroomOn(parts, web)
  return { ...newsroom, close: () => closeAll([newsroom, web]) }
}

/** Opens the desks of a process that reads nothing by itself: other processes look after the feeds that it adds. */
export async function openDesks(parts: DeskParts): Promise<Desks & Closable> {
  const web = await openWebFor(parts)
  const desks = await openDesksOn(parts, web, () => undefined)
  return { ...desks, close: () => closeAll([desks, web]) }
}

type Web = Awaited<ReturnType<typeof openWebFor>>

async function openWebFor({ config, clock }: StartParts) {
  const { openWeb } = await import('../sources/http.ts')
  return openWeb({
    allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
    contactUrl: config.CONTACT_URL,
    now: clock.now,
  })
}

async function startNewsroomOn(parts: ReadingParts, web: Web): Promise<Newsroom> {
  const { config, notices } = parts
  const { startNewsroom } = await import('../newsroom/newsroom.ts')
  return startNewsroom({
    ...parts,
    directory: config.ARTICLES_DIR,
    keepMs: config.RETENTION_DAYS * dayMs,
    feeds: { web, notices, pollMs: config.POLL_MINUTES * minuteMs, file: config.FEEDS_FILE },
  })
}

async function openDesksOn(parts: DeskParts, web: Web, onFeeds: () => void): Promise<Desks & Closable> {
  const [{ createFetchLimits }, { openPageDesk }, { openServerFeeds }] = await Promise.all([
    import('../newsroom/fetch-limits.ts'),
    import('../newsroom/page-desk.ts'),
    import('../newsroom/server-feeds.ts'),
  ])
  const limits = createFetchLimits(parts.config.FETCHES_PER_MINUTE, parts.clock.now)
  const pages = openPageDesk({ ...parts, web, limits })
  const feeds = openServerFeeds({ ...parts, web, limits, onFeeds })
  return { pages, feeds, close: () => closeAll([pages, feeds]) }
}

/** Pages for the commands, which may come before the desk is there: they wait for it. */
export function pagesOf(desks: () => Promise<Desks>): Pages {
  return {
    read: async (...asked) => (await desks()).pages.read(...asked),
    recall: async (...asked) => (await desks()).pages.recall(...asked),
  }
}

/** As `pagesOf`. */
export function feedsOf(desks: () => Promise<Desks>): ServerFeeds {
  return {
    list: async (...asked) => (await desks()).feeds.list(...asked),
    add: async (...asked) => (await desks()).feeds.add(...asked),
    addOffered: async (...asked) => (await desks()).feeds.addOffered(...asked),
    remove: async (...asked) => (await desks()).feeds.remove(...asked),
    readNow: async (...asked) => (await desks()).feeds.readNow(...asked),
    exportList: async (...asked) => (await desks()).feeds.exportList(...asked),
    importList: async (...asked) => (await desks()).feeds.importList(...asked),
  }
}

/** One after the other, in the order of the path. */
export async function closeAll(rooms: readonly Closable[]): Promise<void> {
  for (const room of rooms) await room.close()
}
