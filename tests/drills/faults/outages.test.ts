import { describe, expect, it } from 'vitest'
import { troublesFor } from './outages.ts'
import { liveThrough } from './trouble-stage.ts'

describe.concurrent('an outage', () => {
  const short = Object.entries(troublesFor({ gatewayMs: 1500, othersMs: 1500 })).filter(([name]) =>
    /gateway|500/.test(name),
  )

  it.each(short)(
    'is lived through without a loss: %s',
    async (_, trouble) => {
      const { wrong } = await liveThrough(trouble, 5)
      expect(wrong).toEqual([])
    },
    120_000,
  )
})
