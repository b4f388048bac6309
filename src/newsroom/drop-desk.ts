import type { ExplainedQuote } from '../analysis/quotes/explain.ts'
import type { Archive } from '../archive/archive.ts'
import type { Kept } from '../archive/entry.ts'
import type { Draft, Span } from '../article.ts'
import type { Clock } from '../clock.ts'
import { createDeadlineThread } from '../sources/deadline-thread.ts'
import { createFeedReader, type FeedReader } from '../sources/feed-reader.ts'
import { type Analyst, createAnalyst } from './analyst.ts'
import { draftOfEntry } from './feed-draft.ts'
import type { Reading } from './reading.ts'
import { articleId, takeArticle } from './take.ts'

/** What the desk works with. */
export interface DropDeskParts {
  readonly archive: Archive
  readonly clock: Clock
  /** Called after each article that may have caused posts. */
  readonly onArticle: () => void
}

/** An article that was read and understood, and has not been kept yet. */
export interface Dropped {
  readonly reading: Reading
  /** For each of its quotes, why it has its speaker. */
  readonly explained: readonly ExplainedQuote[]
  /** Milliseconds that reading and understanding took, explanations not counted. */
  readonly tookMs: number
  /** Keeps it, and causes the posts that a new file in the articles folder would cause. */
  readonly keep: () => Promise<{
    readonly kept: Kept
    /** Ids of the channels in which it is posted or will be. */
    readonly channels: readonly string[]
  }>
}

/** Takes articles from a hand: files and pasted texts that stand in no folder. */
export interface DropDesk {
  /**
   * Reads a file as the articles folder would, or the newest five entries of a feed. What has no name is known by
   * what it begins with.
   * @throws SourceError for what cannot be read
   */
  readonly examine: (file: {
    readonly name: string
    readonly bytes: Uint8Array
  }) => Promise<readonly Dropped[]>
  readonly close: () => Promise<void>
}

/** What the explaining thread is asked. */
export interface ExplainJob {
  readonly article: { readonly title: string; readonly text: string }
  readonly sentences: readonly Span[]
}

interface Tools extends DropDeskParts {
  readonly analyst: Analyst
  readonly feeds: FeedReader
  readonly explain: (reading: Reading) => Promise<readonly ExplainedQuote[]>
}

const maxEntries = 5
const limits = { deadlineMs: 20_000, idleMs: 60_000, memoryMb: 1024 }

/** Opens the desk; its threads start with the first article. */
export function openDropDesk(parts: DropDeskParts): DropDesk {
  const [analyst, feeds] = [createAnalyst(), createFeedReader()]
  const explainer = createDeadlineThread<ExplainJob, readonly ExplainedQuote[]>(
    new URL('./explain-worker.ts', import.meta.url),
    limits,
  )
  const tools: Tools = {
    ...parts,
    analyst,
    feeds,
    explain: ({ draft: { title, text }, analysis: { sentences } }) =>
      explainer.ask({ article: { title, text }, sentences }, `“${title}”`),
  }
  return {
    examine: ({ name, bytes }) =>
      isFeed(name, bytes) ? examineFeed(tools, bytes) : examineFile(tools, name, bytes),
    close: async () => {
      await Promise.all([analyst.close(), feeds.close(), explainer.close()])
    },
  }
}

async function examineFile(tools: Tools, name: string, bytes: Uint8Array): Promise<readonly Dropped[]> {
  const path =
    name === '' ? `pasted.${/^\s*<(!doctype|html)\b/i.test(beginning(bytes)) ? 'html' : 'txt'}` : name
  const dropped = await drop(
    tools,
    () => tools.analyst.readFile(path, bytes),
    (draft) => draft.url ?? `${name} ${draft.title}`,
  )
  return [dropped]
}

async function examineFeed(tools: Tools, bytes: Uint8Array): Promise<readonly Dropped[]> {
  const feed = await tools.feeds.read(bytes)
  const dropped: Dropped[] = []
  for (const entry of feed.entries.slice(0, maxEntries))
    dropped.push(
      await drop(
        tools,
        () => tools.analyst.readDraft(draftOfEntry(entry, feed)),
        (draft) => entry.id ?? draft.url ?? draft.title,
      ),
    )
  return dropped
}

async function drop(
  tools: Tools,
  read: () => Promise<Reading>,
  nameOf: (draft: Draft) => string,
): Promise<Dropped> {
  const { archive, clock, onArticle } = tools
  const start = performance.now()
  const reading = await read()
  const tookMs = performance.now() - start
  const key = `drop:${nameOf(reading.draft)}`
  return {
    reading,
    tookMs,
    explained: await tools.explain(reading),
    keep: async () => {
      const id = articleId(key)
      const kept = await takeArticle(archive, { id, reading, origin: { key }, announce: true }, clock.now())
      const deliveries = await archive.deliveriesOf(id)
      onArticle()
      return { kept, channels: deliveries.map(({ channel }) => channel) }
    },
  }
}

/** By the ending of its name where that says so, else by what it begins with. */
function isFeed(name: string, bytes: Uint8Array): boolean {
  if (/\.(xml|rss|atom|rdf|json)$/i.test(name)) return true
  return name === '' && /^\s*(<\?xml|<rss|<feed|<rdf|\{)/i.test(beginning(bytes))
}

function beginning(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 200))
}
