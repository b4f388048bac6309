import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { fresh } from '../fresh.ts'

/** Rows for keyv. */
export function describeKeyValues(open: () => Promise<Archive>): void {
  it('keeps a value until it expires, or for good', async () => {
    const archive = await fresh(open)
    await archive.setKeyValue('a', 'short', 50)
    await archive.setKeyValue('b', 'ever')
    expect(await archive.keyValue('a', 49)).toBe('short')
    expect(await archive.keyValue('a', 50)).toBeUndefined()
    expect(await archive.keyValue('b', Number.MAX_SAFE_INTEGER)).toBe('ever')
    expect(await archive.keyValue('c', 0)).toBeUndefined()
  })

  it('replaces value and time', async () => {
    const archive = await fresh(open)
    await archive.setKeyValue('a', 'one', 50)
    await archive.setKeyValue('a', 'two')
    expect(await archive.keyValue('a', 99)).toBe('two')
  })

  it('deletes one', async () => {
    const archive = await fresh(open)
    await archive.setKeyValue('a', 'one')
    expect([await archive.deleteKeyValue('a'), await archive.deleteKeyValue('a')]).toEqual([true, false])
    expect(await archive.keyValue('a', 0)).toBeUndefined()
  })

  it('clears by prefix, of which no character is a wildcard', async () => {
    const archive = await fresh(open)
    for (const key of ['a_/1', 'a_/2', 'A_/1', 'ab/1', 'é%/1', 'éx/1']) await archive.setKeyValue(key, 'v')
    await archive.clearKeyValues('a_/')
    await archive.clearKeyValues('é%')
    const left = []
    for (const key of ['a_/1', 'a_/2', 'A_/1', 'ab/1', 'é%/1', 'éx/1'])
      left.push(await archive.keyValue(key, 0))
    expect(left).toEqual([undefined, undefined, 'v', 'v', undefined, 'v'])
  })

  it('sweeps what has expired', async () => {
    const archive = await fresh(open)
    await archive.setKeyValue('a', 'v', 10)
    await archive.setKeyValue('b', 'v', 11)
    await archive.setKeyValue('c', 'v')
    expect([await archive.sweepKeyValues(10), await archive.sweepKeyValues(10)]).toEqual([1, 0])
    expect([await archive.keyValue('b', 0), await archive.keyValue('c', 0)]).toEqual(['v', 'v'])
  })

  it('trims a prefix to so many, those that expire last, and leaves other keys alone', async () => {
    const archive = await fresh(open)
    const lives = { 'a/1': 30, 'a/2': 10, 'a/\u{10FFFE}': 20, 'a/4': undefined, a: 1, a0: 1, b: 1 }
    for (const [key, expiresAt] of Object.entries(lives)) await archive.setKeyValue(key, 'v', expiresAt)
    expect([await archive.trimKeyValues('a/', 2), await archive.trimKeyValues('a/', 2)]).toEqual([2, 0])
    const left = []
    for (const key of Object.keys(lives)) if ((await archive.keyValue(key, 0)) !== undefined) left.push(key)
    expect(left).toEqual(['a/1', 'a/4', 'a', 'a0', 'b'])
  })

  it('counts up under a key', async () => {
    const archive = await fresh(open)
    const counted = [
      await archive.countUp('a', 10),
      await archive.countUp('a', 10),
      await archive.countUp('b', 10),
    ]
    expect(counted).toEqual([1, 2, 1])
    await archive.sweepKeyValues(10)
    expect(await archive.countUp('a', 20)).toBe(1)
  })

  it('gives a task to one holder until its time is over or it gives it back', async () => {
    const archive = await fresh(open)
    const [one, other] = [
      { task: 't', holder: 'one' },
      { task: 't', holder: 'other' },
    ]
    expect(await archive.takeLease(one, { now: 0, until: 10 })).toBe(true)
    expect(await archive.takeLease(other, { now: 5, until: 15 })).toBe(false)
    expect(await archive.takeLease({ ...other, task: 'u' }, { now: 5, until: 15 })).toBe(true)
    expect(await archive.takeLease(one, { now: 5, until: 20 })).toBe(true)
    expect(await archive.takeLease(other, { now: 15, until: 25 })).toBe(false)
    await archive.endLease(other)
    expect(await archive.takeLease(other, { now: 15, until: 25 })).toBe(false)
    expect(await archive.takeLease(other, { now: 20, until: 30 })).toBe(true)
    await archive.endLease(other)
    expect(await archive.takeLease(one, { now: 21, until: 31 })).toBe(true)
  })
}
