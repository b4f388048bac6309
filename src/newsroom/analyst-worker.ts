import { parentPort } from 'node:worker_threads'
import type { Draft } from '../article.ts'
import { readArticleFile } from '../sources/article-file.ts'
import { answerFrom, threadReady } from '../sources/deadline-thread.ts'
import { decodePage } from '../sources/decode.ts'
import { readPage } from '../sources/page.ts'
import type { Job } from './analyst.ts'
import { understand } from './reading.ts'

/** The worker thread's side of analyst.ts: one job in, one answer out, in order. */
parentPort?.on('message', (job: Job) => parentPort?.postMessage(answerFrom(() => understand(draftOf(job)))))
parentPort?.postMessage(threadReady)

function draftOf(job: Job): Draft {
  if (job.kind === 'file') return readArticleFile(job.path, job.bytes)
  return job.kind === 'page' ? readPage(decodePage(job.bytes, job.charset), job.url) : job.draft
}
