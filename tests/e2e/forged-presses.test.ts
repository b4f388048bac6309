import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { componentId } from '../../src/discord/component-id.ts'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { entry } from '../archive/entries.ts'
import { call } from '../preview/call.ts'
import { makeDesk, shown, startCrier, startDiscord } from './harness.ts'

const hidden = 'zqxword'

/** Ids of buttons that no card of ours has: of every command, with what belongs to another server, and with nonsense. */
const forged = commands.flatMap(({ data: { name } }) =>
  [
    ['why', 'secret'],
    ['whose', 1, 1],
    ['digest', 1, 0],
    ['page', -1, 'x', 'came'],
    ['list', -1],
    ['length', 'secret', 'long'],
    ['article', 'secret'],
    ['context', 'secret 0'],
    ['check', 'secretfeed'],
    ['read', 'secretfeed'],
    ['__proto__', '__proto__'],
    [`%${'9'.repeat(20)}`, Number.NaN, Number.MAX_SAFE_INTEGER],
  ].map(([action, ...args]) => componentId(name, String(action), ...args)),
)

describe('a button that the bot never made', () => {
  it('shows nothing of another server, and is answered', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await keepHidden(desk.database)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const ids = [...forged, '~never-kept', 'nobody:knows', ':::']
    for (let from = 0; from < ids.length; from += perMessage) {
      const some = ids.slice(from, from + perMessage)
      const message = await postButtons(discord, some)
      for (const id of some) {
        const { messages } = await hand.press(message, id)
        expect(messages, id).toHaveLength(1)
        expect(shown(messages), id).not.toContain(hidden)
      }
    }
  })
})

const perRow = 5
const perMessage = 5 * perRow

/** Posts a message of the bot's with such buttons. @returns its id */
async function postButtons(discord: StandIn, ids: readonly string[]): Promise<string> {
  const buttons = ids.map((id) => ({ type: 2, style: 2, label: 'Press', custom_id: id }))
  const rows = Map.groupBy(buttons, (_, index) => Math.floor(index / perRow))
  const components = Array.from(rows.values(), (row) => ({ type: 1, components: row }))
  const post = () => call(discord, `POST /channels/${seedIds.general}/messages`, { content: 'x', components })
  let { status, body } = await post()
  // There is a limit to how many messages a channel takes in a few seconds.
  while (status === 429) {
    await systemClock.wait(Number(body.retry_after) * 1000)
    ;({ status, body } = await post())
  }
  return String(body.id)
}

/** An article, a feed and a digest of a server that is not the stand-in's. */
async function keepHidden(database: string): Promise<void> {
  const archive = openSqliteArchive(database)
  const other = { server: 'elsewhere' }
  await archive.addFeed({ id: 'secretfeed', url: `https://${hidden}.test/`, title: hidden }, other, 1)
  await archive.addFollow({
    id: 'f',
    owner: 'elsewhere',
    channel: '5',
    about: hidden,
    createdBy: '7',
    createdAt: 1,
  })
  const written = { id: 'secret', title: hidden, text: `${hidden} came.`, people: [[hidden]] }
  const plan = { at: 1, isDigest: true }
  const deliveries = [{ channel: '5', follows: ['f'], plan }]
  await archive.keep(entry({ ...written, origin: { key: 'x', ...other }, deliveries }))
  await archive.claimDeliveries({ now: 2, leaseUntil: 3, limit: 1 })
  await archive.settleDelivery(1, '9')
  await archive.close()
}
