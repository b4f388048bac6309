import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Row } from '../sql/row.ts'

/** SQL with the values of its `$n`s. */
export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** What each statement of a batch gave. */
export type Results = readonly { readonly rows: readonly Row[]; readonly changes: number }[]

/** What a batch came to. */
export type Reply =
  | { readonly results: Results }
  | { readonly failed: { readonly message: string; readonly code?: string } }

/** A line to the thread that speaks with the database: what one thread has of it. */
export interface Line {
  readonly port: MessagePort
  /** One number: 0 while a reply is waited for, 1 when it is there. */
  readonly signal: Int32Array
}

/**
 * Sends a batch and sleeps until it is answered: this thread has nothing else to do.
 * @throws Error if a statement failed, with Postgres' SQLSTATE as its `code`, or the connection was lost
 */
export function ask({ port, signal }: Line, batch: readonly Statement[]): Results {
  Atomics.store(signal, 0, 0)
  port.postMessage(batch)
  // The call that woke this thread for the reply before may come only now, and means nothing then.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0)
  const reply: Reply | undefined = receiveMessageOnPort(port)?.message
  if (reply === undefined) throw new Error('the line to the database is dead')
  if ('failed' in reply) throw Object.assign(new Error(reply.failed.message), { code: reply.failed.code })
  return reply.results
}

/** Answers a batch, and wakes the thread that waits for it. */
export function answer({ port, signal }: Line, reply: Reply): void {
  port.postMessage(reply)
  Atomics.store(signal, 0, 1)
  Atomics.notify(signal, 0)
}
