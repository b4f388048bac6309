import PQueue from 'p-queue'
import type { Logger } from 'pino'
import type { Archive, StoredArticle } from '../archive/archive.ts'
import type { Keyed } from '../archive/keyed.ts'
import type { Clock } from '../clock.ts'
import { SourceError, UserError } from '../errors.ts'
import type { Pages } from '../queries/pages.ts'
import type { Web } from '../sources/http/web.ts'
import { WebError } from '../sources/http/web-error.ts'
import { createAnalyst } from './analyst.ts'
import { troubleOf } from './feed-trouble.ts'
import { createFetchLimits, type FetchRates, type FetchRefusal } from './fetch-limits.ts'
import { articleAt, type PageAddress, readPageAddress } from './page-address.ts'
import { openPageMemory } from './page-memory.ts'
import { readPage } from './read-page.ts'
import { toArticle } from './take.ts'

/** What pages are read with. */
export interface PageDeskParts {
  readonly archive: Archive
  readonly keyed: Pick<Keyed, 'pages' | 'pageFailures'>
  readonly web: Web
  readonly clock: Clock
  readonly log: Logger
  /** FETCHES_PER_MINUTE */
  readonly rates: FetchRates
}

/** Reads web pages for whoever asks. */
export interface PageDesk extends Pages {
  /** Ends what is under way, each with a UserError. */
  readonly close: () => Promise<void>
}

/** Longest that somebody waits for a page, its turn at the host included. It also empties the queue of a slow host. */
const patienceMs = 20_000
/** Pages read at once: each may take 10 MB until it is understood. */
const maxUnderWay = 8
/** Milliseconds for the text of one page. Real ones take a tenth of a second. */
const deadlineMs = 10_000

/**
 * Opens the desk. An address is looked for in the archive, then among what was read lately, and only then asked for,
 * once for all who ask meanwhile. Nothing of it goes into the archive: what members look at is nobody's news.
 */
export function openPageDesk(parts: PageDeskParts): PageDesk {
  const { archive, clock, log, web } = parts
  const memory = openPageMemory(parts.keyed)
  const limits = createFetchLimits(parts.rates, clock.now)
  // A thread of its own: pages made to be slow hold up neither the news nor the reverse.
  const analyst = createAnalyst({ deadlineMs })
  const queue = new PQueue({ concurrency: maxUnderWay })
  const closing = new AbortController()
  const underWay = new Map<string, Promise<StoredArticle>>()

  const read: Pages['read'] = async (written, asker) => {
    const address = readPageAddress(written)
    const known = (await articleAt(archive, address, asker.viewer)) ?? (await memory.recall(address.id))
    if (known !== undefined) return known
    const failure = await memory.recallFailure(address.id)
    if (failure !== undefined) throw unreadable(address, failure)
    const started = underWay.get(address.id)
    if (started !== undefined) return started
    const refused = limits.take(asker)
    if (refused !== undefined) throw new UserError(refusalText(refused))
    const reading = readNow(address).finally(() => underWay.delete(address.id))
    underWay.set(address.id, reading)
    return reading
  }

  async function readNow(address: PageAddress): Promise<StoredArticle> {
    try {
      const { draft, analysis } = await inTime((signal) => readPage(address.url, { web, analyst, signal }))
      const page = { article: toArticle({ id: address.id, draft }, clock.now()), analysis }
      await kept(memory.keep(page))
      return page
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      log.info({ page: address.shown, reason: error.message }, 'page not read')
      const why = troubleOf(error)
      if (!closing.signal.aborted) await kept(memory.keepFailure(address.id, why))
      throw unreadable(address, why)
    }
  }

  async function inTime<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const [late, done] = [new AbortController(), new AbortController()]
    const tooLate = new WebError('timeout', `it took longer than ${patienceMs} ms, its turn included`)
    void clock.wait(patienceMs, done.signal).then(() => late.abort(tooLate))
    const signal = AbortSignal.any([late.signal, closing.signal])
    try {
      return await queue.add(() => work(signal), { signal })
    } finally {
      done.abort()
    }
  }

  /** An answer that cannot be remembered is an answer all the same. */
  async function kept(writing: Promise<void>): Promise<void> {
    await writing.catch((error: unknown) => log.warn({ err: error }, 'page not remembered'))
  }

  return {
    read,
    recall: memory.recall,
    close: async () => {
      closing.abort(new WebError('closed', 'Nothing is read any more: the reader was closed'))
      await analyst.close()
    },
  }
}

function unreadable({ shown }: PageAddress, why: string): UserError {
  return new UserError(`I cannot read ${shown}: ${why}.`)
}

const minuteMs = 60_000

function refusalText({ whose, rate, waitMs }: FetchRefusal): string {
  if (rate === 0) return 'Reading web pages on request is switched off here.'
  const pages = rate === 1 ? 'one page' : `${rate} pages`
  const seconds = Math.ceil(Math.min(waitMs, minuteMs) / 1000)
  const [who, wait] = [whose === 'member' ? 'a person' : 'a server', seconds === 1 ? 'second' : 'seconds']
  return `I read ${pages} a minute for ${who}. Try again in ${seconds} ${wait}.`
}
