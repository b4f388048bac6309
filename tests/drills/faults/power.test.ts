import { expect, it } from 'vitest'
import { losePower } from './power.ts'

it('a power cut takes nothing that was acknowledged, and leaves a sound archive', async () => {
  const { wrong, figures } = await losePower(12, 7)
  expect(wrong).toEqual([])
  expect(Object.keys(figures)).toEqual(expect.arrayContaining(['cut off', 'garbled', 'lost']))
})
