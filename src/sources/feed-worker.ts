import { parentPort } from 'node:worker_threads'
import { answerFrom, threadReady } from './deadline-thread.ts'
import { readFeed } from './feed.ts'
import type { FeedJob } from './feed-reader.ts'

/** The worker thread's side of feed-reader.ts: one feed in, one answer out, in order. */
parentPort?.on('message', ({ bytes, origin }: FeedJob) =>
  parentPort?.postMessage(answerFrom(() => readFeed(bytes, origin))),
)
parentPort?.postMessage(threadReady)
