import PQueue from 'p-queue'
import type { Clock } from '../clock.ts'
import type { Web } from '../sources/http/web.ts'
import { WebError } from '../sources/http/web-error.ts'
import { createAnalyst } from './analyst.ts'
import { withPatience } from './patience.ts'
import { readPage } from './read-page.ts'
import type { Reading } from './reading.ts'

/** Reads pages, a few at a time, each within a time that somebody would wait for it. */
export interface PageReader {
  /** As `readPage`. @throws SourceError also for what takes too long, and once the reader is closed */
  readonly read: (url: string) => Promise<Reading>
  readonly close: () => Promise<void>
}

/** Pages read at once: each may take 10 MB until it is understood. */
const maxUnderWay = 8
/** Milliseconds for the text of one page. Real ones take a tenth of a second. */
const deadlineMs = 10_000

/** Opens the reader. */
export function openPageReader({ web, clock }: { readonly web: Web; readonly clock: Clock }): PageReader {
  // A thread of its own: pages made to be slow hold up neither the news nor the reverse.
  const analyst = createAnalyst({ deadlineMs })
  const queue = new PQueue({ concurrency: maxUnderWay })
  const closing = new AbortController()
  const closed = new WebError('closed', 'Nothing is read any more: the reader was closed')
  return {
    read: async (url) => {
      try {
        // An end to patience also empties the queue of a slow host.
        return await withPatience(clock, (late) => {
          const signal = AbortSignal.any([late, closing.signal])
          return queue.add(() => readPage(url, { web, analyst, signal }), { signal })
        })
      } catch (error) {
        // Whatever an end in the middle looks like from within.
        throw closing.signal.aborted ? closed : error
      }
    },
    close: async () => {
      closing.abort(closed)
      await analyst.close()
    },
  }
}
