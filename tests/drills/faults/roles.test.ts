import { expect, it } from 'vitest'
import { killCrew } from './roles.ts'

it('three newsrooms and two bots on one Postgres post each article once, whichever of them is killed', async () => {
  const { wrong } = await killCrew({ seed: 2, rounds: 2 })
  expect(wrong).toEqual([])
}, 180_000)
