import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createFeedReader } from '../../../src/sources/feed-reader.ts'

/** Nanoseconds in a millisecond. */
const nanoseconds = 1e6

/** Feeds made to take long, each within the bounds of size and nesting or just beyond one. */
const hostile: ReadonlyMap<string, () => string> = new Map([
  ['elements nested 50,000 deep', () => `<rss><channel>${'<a>'.repeat(50_000)}`],
  ['140,000 items that are not closed', () => `<rss><channel>${'<item><b>x'.repeat(140_000)}`],
  [
    '19 million characters of small items',
    () =>
      `<rss><channel>${'<item><title>A &amp; B</title></item>'.repeat(140_000)}${' '.repeat(13_000_000)}</channel></rss>`,
  ],
  [
    'a title of 10 million brackets',
    () => `<rss><channel><title>${'&lt;'.repeat(2_500_000)}</title></channel></rss>`,
  ],
  ['10 million ampersands', () => `<rss><channel><title>${'&'.repeat(10_000_000)}</title></channel></rss>`],
  [
    'entities made of one another',
    () =>
      `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`,
  ],
])

/** What became of one hostile feed, and how long the process was deaf meanwhile. */
export interface Response {
  readonly name: string
  /** "read", or why it was refused. */
  readonly outcome: string
  readonly milliseconds: number
  /** Longest delay of the event loop beyond the measuring interval, in milliseconds. */
  readonly longestDelay: number
}

/** Lets each hostile feed be read in the thread, a plain one after it, and measures the main thread's event loop. */
export async function measureResponsiveness(): Promise<readonly Response[]> {
  const reader = createFeedReader()
  const responses: Response[] = []
  for (const [name, make] of hostile) {
    const bytes = Buffer.from(make())
    await reader.read(Buffer.from('<rss><channel><title>Plain</title></channel></rss>'))
    responses.push(await measure(name, () => reader.read(bytes)))
  }
  await reader.close()
  return responses
}

async function measure(name: string, read: () => Promise<unknown>): Promise<Response> {
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  const started = performance.now()
  const outcome = await read().then(
    () => 'read',
    (error: unknown) =>
      error instanceof Error ? error.message.replace('Cannot read feed: ', '') : String(error),
  )
  const milliseconds = performance.now() - started
  delays.disable()
  return {
    name,
    outcome,
    milliseconds,
    longestDelay: Number.isFinite(delays.max) ? delays.max / nanoseconds : 0,
  }
}
