import { parentPort } from 'node:worker_threads'
import type { Draft } from '../article.ts'
import { endingOf } from '../sources/article-ending.ts'
import { answerFrom, threadReady } from '../sources/deadline-thread.ts'
import { readTextFile } from '../sources/text-file.ts'
import type { Job } from './analyst.ts'
import { understand } from './reading.ts'

/** The worker thread's side of analyst.ts: one job in, one answer out, in order. */
parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answerFrom(async () => understand(await draftOf(job))))
})
parentPort?.postMessage(threadReady)

/** What reads pages and Markdown takes 25 MB: it is loaded with the first of them. */
async function draftOf(job: Job): Promise<Draft> {
  if (job.kind === 'draft') return job.draft
  if (job.kind === 'page') {
    const [{ decodePage }, { readPage }] = await Promise.all([
      import('../sources/decode.ts'),
      import('../sources/page.ts'),
    ])
    return readPage(decodePage(job.bytes, job.charset), job.url)
  }
  if (endingOf(job.path) === 'txt') return readTextFile(job.path, job.bytes)
  const { readArticleFile } = await import('../sources/article-file.ts')
  return readArticleFile(job.path, job.bytes)
}
