import { isDeepStrictEqual } from 'node:util'
import { drill } from './drill.ts'
import { makeMonth } from './months.ts'
import { expectedMessages } from './naive-model.ts'
import type { ScriptedDrill } from './scripted-drill.ts'

/** Channels that are shown where they have not got what they should. */
const mostShown = 5

/** A month of news beside a naive model of what each channel should get. */
export const months: ScriptedDrill = {
  name: 'months',
  question:
    'A month of news in many servers with a bot that is killed and cut off at random: each channel has what a naive model says',
  extent: { servers: 100, days: 30, articlesADay: 12 },
  run: async ({ seed, servers = 0, days = 0, articlesADay = 0 }) => {
    const extent = { seed, servers, days, articlesADay }
    const month = makeMonth(extent)
    const expected = expectedMessages(month)
    const { posted, troubles } = await drill(extent)
    const channels = new Set([...expected.keys(), ...posted.keys()])
    const shownFor = (channel: string) => expected.get(channel) ?? []
    const wrong = [...channels].filter(
      (channel) => !isDeepStrictEqual(posted.get(channel) ?? [], shownFor(channel)),
    )
    const messages = [...posted.values()].reduce((sum, { length }) => sum + length, 0)
    const { happenings, follows } = month
    return {
      figures: {
        happenings: happenings.length,
        follows: follows.length,
        channels: channels.size,
        messages,
        troubles,
        wrong: wrong.length,
      },
      wrong: wrong.slice(0, mostShown).map((channel) => {
        const [should, has] = [shownFor(channel), posted.get(channel) ?? []]
        return `${channel}\n  expected ${JSON.stringify(should)}\n  posted   ${JSON.stringify(has)}`
      }),
    }
  },
}
