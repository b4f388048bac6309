import { parentPort } from 'node:worker_threads'
import { type ThreadAnswer, threadReady } from './deadline-thread.ts'
import { type Feed, readFeed } from './feed.ts'
import type { FeedJob } from './feed-reader.ts'

/** The worker thread's side of feed-reader.ts: one feed in, one answer out, in order. */
parentPort?.on('message', (job: FeedJob) => parentPort?.postMessage(answer(job)))
parentPort?.postMessage(threadReady)

function answer({ bytes, origin }: FeedJob): ThreadAnswer<Feed> {
  try {
    return { found: readFeed(bytes, origin) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
