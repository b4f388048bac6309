import { parentPort } from 'node:worker_threads'
import type { Draft } from '../article.ts'
import { answerFrom, threadReady } from '../sources/deadline-thread.ts'
import { readArticleFileLazily } from '../sources/lazy-article-file.ts'
import type { Job } from './analyst.ts'
import { understand } from './reading.ts'

/** The worker thread's side of analyst.ts: one job in, one answer out, in order. */
parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answerFrom(async () => understand(await draftOf(job))))
})
parentPort?.postMessage(threadReady)

async function draftOf(job: Job): Promise<Draft> {
  if (job.kind === 'draft') return job.draft
  if (job.kind === 'file') return readArticleFileLazily(job.path, job.bytes)
  // Loaded with the first page: it takes 25 MB.
  const [{ decodePage }, { readPage }] = await Promise.all([
    import('../sources/decode.ts'),
    import('../sources/page.ts'),
  ])
  return readPage(decodePage(job.bytes, job.charset), job.url)
}
