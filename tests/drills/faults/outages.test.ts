import { describe, expect, it } from 'vitest'
import { troublesFor } from './outages.ts'
import { liveThrough } from './trouble-stage.ts'

describe.concurrent('an outage', () => {
  const { gatewayLost, answers500 } = troublesFor(1500)

  it.each(Object.entries({ gatewayLost, answers500 }))(
    'is lived through without a loss: %s',
    async (_, trouble) => {
      const { wrong } = await liveThrough(trouble, 5)
      expect(wrong).toEqual([])
    },
    120_000,
  )
})
