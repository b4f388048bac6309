import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gather } from '../../src/newsroom/gather.ts'

async function* some(count: number) {
  for (let item = 0; item < count; item += 1) yield item
}

it('hands on what comes quickly in lists of so many, in order', async () => {
  const lists = await Array.fromAsync(gather(some(5), { most: 2, withinMs: 60_000 }))
  expect(lists).toEqual([[0, 1], [2, 3], [4]])
})

it('lets what came wait no longer for what does not come', async () => {
  const late = Promise.withResolvers<void>()
  async function* slow() {
    yield 'first'
    await late.promise
    yield 'second'
  }
  const lists = gather(slow(), { most: 2, withinMs: 1 })
  expect((await lists.next()).value).toEqual(['first'])
  late.resolve()
  expect((await lists.next()).value).toEqual(['second'])
  expect((await lists.next()).done).toBe(true)
})

it('fails as its source does, after what came before', async () => {
  async function* broken() {
    yield 1
    throw new Error('no more')
  }
  const lists = gather(broken(), { most: 1, withinMs: 1 })
  expect((await lists.next()).value).toEqual([1])
  // Long enough for a rejection that nobody handles to be noticed.
  await delay(1)
  await expect(lists.next()).rejects.toThrow('no more')
})

it('tells its source when no more is wanted', async () => {
  const closed = Promise.withResolvers<string>()
  async function* endless() {
    try {
      for (;;) yield 'more'
    } finally {
      closed.resolve('closed')
    }
  }
  for await (const _ of gather(endless(), { most: 1, withinMs: 1 })) break
  expect(await closed.promise).toBe('closed')
})
