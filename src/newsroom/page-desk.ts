import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Keyed } from '../archive/keyed.ts'
import type { Clock } from '../clock.ts'
import { SourceError, UserError } from '../errors.ts'
import type { Asker, Pages } from '../queries/pages.ts'
import type { Web } from '../sources/http/web.ts'
import { WebError } from '../sources/http/web-error.ts'
import { troubleOf } from './feed-trouble.ts'
import { type FetchLimits, fetchProblem } from './fetch-limits.ts'
import { articleAt, type PageAddress, readPageAddress } from './page-address.ts'
import { openPageMemory, type PageMemory } from './page-memory.ts'
import { openPageReader, type PageReader } from './page-reader.ts'
import { toArticle } from './take.ts'

/** What pages are read with. */
export interface PageDeskParts {
  readonly archive: Archive
  readonly keyed: Pick<Keyed, 'pages' | 'pageFailures'>
  readonly web: Web
  readonly clock: Clock
  readonly log: Logger
  readonly limits: FetchLimits
}

/** Reads web pages for whoever asks. */
export interface PageDesk extends Pages {
  /** Ends what is under way, each with a UserError. */
  readonly close: () => Promise<void>
}

/** What one page is read with. */
interface Tools extends Pick<PageDeskParts, 'archive' | 'clock' | 'log'> {
  readonly memory: PageMemory
  readonly reader: PageReader
}

/**
 * Opens the desk. An address is looked for in the archive, then among what was read lately, and only then asked for,
 * once for all who ask meanwhile. Nothing of it goes into the archive: what members look at is nobody's news.
 */
export function openPageDesk(parts: PageDeskParts): PageDesk {
  const tools: Tools = { ...parts, memory: openPageMemory(parts.keyed), reader: openPageReader(parts) }
  const underWay = new Map<string, Promise<StoredArticle>>()
  return {
    read: async (written, asker) => {
      const address = readPageAddress(written)
      const known = await recalled(tools, address, asker)
      if (known !== undefined) return known
      // From here on nothing is waited for, so that two who ask at once do not both begin.
      const started = underWay.get(address.id)
      if (started !== undefined) return started
      const refused = parts.limits.take(asker)
      if (refused !== undefined) throw new UserError(fetchProblem(refused))
      const reading = readNow(tools, address).finally(() => underWay.delete(address.id))
      underWay.set(address.id, reading)
      return reading
    },
    recall: tools.memory.recall,
    close: tools.reader.close,
  }
}

/** What is known of an address without asking. @throws UserError if it could not be read a moment ago */
async function recalled(
  { archive, memory }: Tools,
  address: PageAddress,
  { viewer }: Asker,
): Promise<StoredArticle | undefined> {
  const known = (await articleAt(archive, address, viewer)) ?? (await memory.recall(address.id))
  if (known !== undefined) return known
  const failure = await memory.recallFailure(address.id)
  if (failure !== undefined) throw unreadable(address, failure)
  return undefined
}

async function readNow(tools: Tools, address: PageAddress): Promise<StoredArticle> {
  const { reader, memory, clock, log } = tools
  try {
    const { draft, analysis } = await reader.read(address.url)
    const page = { article: toArticle({ id: address.id, draft }, clock.now()), analysis }
    await kept(memory.keep(page), log)
    return page
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    log.info({ page: address.shown, reason: error.message }, 'page not read')
    const why = troubleOf(error)
    if (!isClosed(error)) await kept(memory.keepFailure(address.id, why), log)
    throw unreadable(address, why)
  }
}

/** That the bot is going is no fault of the page. */
function isClosed(error: SourceError): boolean {
  return error instanceof WebError && error.reason === 'closed'
}

/** An answer that cannot be remembered is an answer all the same. */
async function kept(writing: Promise<void>, log: Logger): Promise<void> {
  await writing.catch((error: unknown) => log.warn({ err: error }, 'page not remembered'))
}

function unreadable({ shown }: PageAddress, why: string): UserError {
  return new UserError({ kind: 'unreadable', what: shown, why })
}
