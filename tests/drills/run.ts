import { isDeepStrictEqual } from 'node:util'
import { asShown, drill } from './drill.ts'
import { makeMonth } from './months.ts'
import { expectedMessages } from './naive-model.ts'

/** The long form: `npm run drill -- [seed] [servers] [days] [articles a day]`. */
const [seed = Date.now() % 1_000_000, servers = 100, days = 30, articlesADay = 12] = process.argv
  .slice(2)
  .map(Number)
const extent = { seed, servers, days, articlesADay }
process.stdout.write(`${JSON.stringify(extent)}\n`)

const began = performance.now()
const month = makeMonth(extent)
const expected = expectedMessages(month)
const { posted, troubles } = await drill(extent)
const channels = new Set([...expected.keys(), ...posted.keys()])
const wrong = [...channels].filter(
  (channel) => !isDeepStrictEqual(posted.get(channel) ?? [], (expected.get(channel) ?? []).map(asShown)),
)
const messages = [...posted.values()].reduce((sum, { length }) => sum + length, 0)
process.stdout.write(
  `${JSON.stringify({ articles: month.articles.length, follows: month.follows.length, channels: channels.size, messages, troubles, seconds: Math.round((performance.now() - began) / 1000), wrong: wrong.length })}\n`,
)
for (const channel of wrong.slice(0, 5)) {
  process.stdout.write(
    `${channel}\n  expected ${JSON.stringify((expected.get(channel) ?? []).map(asShown))}\n`,
  )
  process.stdout.write(`  posted   ${JSON.stringify(posted.get(channel) ?? [])}\n`)
}
process.exitCode = wrong.length === 0 ? 0 : 1
