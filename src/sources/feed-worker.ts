import { parentPort } from 'node:worker_threads'
import { answerFrom, threadReady } from './deadline-thread.ts'
import { decodePage } from './decode.ts'
import { readFeed } from './feed.ts'
import { findFeedLinks } from './feed-links.ts'
import type { FeedAnswer, FeedJob } from './feed-reader.ts'
import { readOpml } from './opml.ts'

/** The worker thread's side of feed-reader.ts: one job in, one answer out, in order. */
parentPort?.on('message', async (job: FeedJob) =>
  parentPort?.postMessage(await answerFrom(() => answer(job))),
)
parentPort?.postMessage(threadReady)

function answer(job: FeedJob): FeedAnswer {
  switch (job.kind) {
    case 'feed':
      return readFeed(job.bytes, job.origin)
    case 'list':
      return readOpml(job.bytes, job.name)
    case 'links':
      return findFeedLinks(decodePage(job.bytes, job.charset), job.url)
  }
}
