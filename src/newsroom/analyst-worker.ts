import { parentPort } from 'node:worker_threads'
import { readArticleFile } from '../sources/article-file.ts'
import type { Answer, Job } from './analyst.ts'
import { understand } from './reading.ts'

/** The worker thread's side of analyst.ts: one job in, one answer out, in order. */
parentPort?.on('message', (job: Job) => parentPort?.postMessage(answer(job)))

function answer(job: Job): Answer {
  try {
    const draft = job.kind === 'file' ? readArticleFile(job.path, job.bytes) : job.draft
    return { reading: understand(draft) }
  } catch (error) {
    // Classes do not survive the way between threads: the name tells the other side which one to build.
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return { failure: { name, message } }
  }
}
