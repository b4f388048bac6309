import { describe, expect, it } from 'vitest'
import { longFiles } from './disk.ts'
import { liveThrough } from './trouble-stage.ts'

describe('a disk that takes no more', () => {
  it('is told with what, where and what to do; when there is room again, the bot goes on by itself', async () => {
    const { wrong } = await liveThrough(longFiles, 1)
    expect(wrong).toEqual([])
  }, 120_000)
})
