import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { type Budget, createBudget } from '../../src/discord/budget.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { startStandIn } from '../../src/preview/stand-in.ts'

const log = pino({ level: 'silent' })

async function openDiscord() {
  const discord = await startStandIn({ rateLimits: 'discord' })
  onTestFinished(() => discord.close())
  const ask = ({ makeRequest }: Budget, method: string, path: string) =>
    makeRequest(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{"content":"news"}' }),
    })
  return { discord, ask }
}

const posts = `/channels/${seedIds.news}/messages`

describe('the budget', () => {
  it('keeps the requests of several processes below Discord’s fifty a second, and lets replies pass', async () => {
    const { discord, ask } = await openDiscord()
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    const processes = [0, 1].map(() => createBudget({ clock: systemClock, log }))
    for (const budget of processes) budget.shareOver(archive)
    const asking = Array.from({ length: 45 }, (_, index) =>
      processes.map((budget) => ask(budget, 'GET', index % 2 ? '/users/@me' : `/channels/${seedIds.news}`)),
    ).flat()
    let answered = 0
    for (const one of asking) void one.then(() => answered++)
    await processes[0]?.makeRequest(`${discord.apiUrl}/v10/webhooks/1/none/messages/@original`, {
      method: 'PATCH',
    })
    expect(answered).toBeLessThan(asking.length / 2)
    const statuses = (await Promise.all(asking)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toEqual([])
  })

  it('posts nothing more after too many refusals, and tells how many there were', async () => {
    const { discord, ask } = await openDiscord()
    discord.faults.refuse(seedIds.news, 50001)
    const budget = createBudget({ clock: systemClock, log, mostRefused: 2 })
    expect(budget.mayPost()).toBe(true)
    for (let post = 0; post < 2; post++) expect((await ask(budget, 'POST', posts)).status).toBe(403)
    expect([budget.mayPost(), budget.numbers().refused]).toEqual([false, 2])
    const giveUp = AbortSignal.timeout(50)
    const third = budget.makeRequest(`${discord.apiUrl}/v10${posts}`, { method: 'POST', signal: giveUp })
    await expect(third).rejects.toThrow()
    expect(discord.requests.length).toBe(2)
    expect((await ask(budget, 'GET', '/users/@me')).status).toBe(200)
  })
})
