import { MessageChannel, Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { ask } from '../../src/archive/postgres/line.ts'

it('a thread that is woken before its reply is there sleeps on, and gets that reply', async () => {
  const { port1, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const otherSide = `
    const { workerData: { port, signal } } = require('node:worker_threads')
    port.on('message', async ([{ values }]) => {
      for (let turn = 0; turn < 20; turn++) {
        Atomics.notify(signal, 0)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      port.postMessage({ results: [{ rows: [{ number: values[0] }], changes: 0 }] })
      Atomics.store(signal, 0, 1)
      Atomics.notify(signal, 0)
    })`
  const worker = new Worker(otherSide, {
    eval: true,
    workerData: { port: port2, signal },
    transferList: [port2],
  })
  onTestFinished(async () => void (await worker.terminate()))
  for (const number of [1, 2, 3]) {
    const [result] = ask({ port: port1, signal }, [{ sql: 'SELECT ?', values: [number] }])
    expect(result?.rows).toEqual([{ number }])
  }
})
