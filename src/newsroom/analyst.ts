import type { Draft } from '../article.ts'
import { createDeadlineThread } from '../sources/deadline-thread.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { Reading } from './reading.ts'

/** What the worker is asked. */
export type Job =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | ({ readonly kind: 'page' } & PageBytes)
  | { readonly kind: 'draft'; readonly draft: Draft }

/** A web page as it came. */
export interface PageBytes {
  /** Where it was found. */
  readonly url: string
  readonly bytes: Uint8Array
  /** Charset that the HTTP header names. */
  readonly charset?: string | undefined
}

/**
 * Reads and understands articles in a worker thread, so that no text, however long or hostile, delays an answer in
 * chat. The thread starts with the first job and ends when it has had nothing to do for a while.
 */
export interface Analyst {
  /** @throws SourceError if the bytes are no article, or take longer than the deadline. */
  readonly readFile: (path: string, bytes: Uint8Array) => Promise<Reading>
  /** @throws SourceError if there is no article in the page, or it takes longer than the deadline. */
  readonly readPage: (page: PageBytes) => Promise<Reading>
  /** @throws SourceError if it takes longer than the deadline. */
  readonly readDraft: (draft: Draft) => Promise<Reading>
  /** Ends the thread; jobs under way are rejected. */
  readonly close: () => Promise<void>
}

/** How long the worker may take. */
export interface AnalystOptions {
  /** Milliseconds that one job may take before the thread is ended and the job refused. Default 20,000. */
  readonly deadlineMs?: number
  /** Milliseconds without a job after which the thread is ended to give its memory back. Default 60,000. */
  readonly idleMs?: number
}

/** The worst text of a million characters that we know fills half of it. */
const memoryMb = 1024

/** Starts nothing yet: the thread comes with the first job. Jobs are done one after the other. */
export function createAnalyst({ deadlineMs = 20_000, idleMs = 60_000 }: AnalystOptions = {}): Analyst {
  const file = new URL('./analyst-worker.ts', import.meta.url)
  const thread = createDeadlineThread<Job, Reading>(file, { deadlineMs, idleMs, memoryMb })
  return {
    readFile: (path, bytes) => thread.ask({ kind: 'file', path, bytes }, path),
    readPage: (page) => thread.ask({ kind: 'page', ...page }, showUrl(page.url)),
    readDraft: (draft) => thread.ask({ kind: 'draft', draft }, `“${draft.title}”`),
    close: thread.close,
  }
}
