import { parentPort } from 'node:worker_threads'
import { explainQuotes } from '../analysis/quotes/explain.ts'
import { answerFrom, threadReady } from '../sources/deadline-thread.ts'
import type { ExplainJob } from './drop-desk.ts'

/** The thread's side of drop-desk.ts: why each quote has its speaker. */
parentPort?.on('message', async ({ article, sentences }: ExplainJob) =>
  parentPort?.postMessage(await answerFrom(() => explainQuotes(article, sentences))),
)
parentPort?.postMessage(threadReady)
