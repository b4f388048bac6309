import { MessageFlags } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { type Discord, forwardClock, makeDesk, shown, startCrier, startDiscord, until } from './harness.ts'

const crosspostRoute = `POST /channels/${seedIds.announcements}/messages/:id/crosspost`
const ferry = {
  title: 'Ferry replaces the bridge',
  body: ['A ferry takes over on Saturday and crosses the Morrow every twenty minutes until the evening.'],
}
const festival = {
  title: 'Lantern festival draws a record crowd',
  body: [
    'Ships with paper lanterns left the harbour at dusk while forty thousand visitors watched from the pier.',
  ],
}
const follow = {
  id: 'f1',
  owner: seedIds.newsroom,
  channel: seedIds.announcements,
  crosspost: true,
  createdBy: seedIds.admin,
  createdAt: 0,
}

function isPublished(discord: Discord, index = 0): boolean {
  const flags = discord.messages(seedIds.announcements)[index]?.flags ?? 0
  return (flags & MessageFlags.Crossposted) !== 0
}

/** A clock that jumps a minute at each look while something is waited for. */
function jumpingClock() {
  const { clock, forward } = forwardClock()
  return { clock, jump: () => forward(60_000) }
}

describe.concurrent('an announcement that is to be published', () => {
  it('is published by the next process where the first ended before it could', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    {
      await using crier = await startCrier(discord, desk)
      await crier.archive.addFollow(follow)
      discord.faults.fail(crosspostRoute, 503, 50)
      await desk.write('ferry.txt', ferry)
      await until(() => discord.messages(seedIds.announcements).length === 1)
    }
    expect(isPublished(discord)).toBe(false)
    discord.faults.clear()
    const { clock, jump } = jumpingClock()
    await using _ = await startCrier(discord, desk, { clock })
    await until(() => {
      jump()
      return isPublished(discord)
    })
    expect(discord.messages(seedIds.announcements)).toHaveLength(1)
  })

  it('counts as published where the answer to that was lost', async () => {
    await using discord = await startDiscord({ refusing: [40_033] })
    const desk = await makeDesk()
    const { clock, jump } = jumpingClock()
    await using crier = await startCrier(discord, desk, { clock })
    await crier.archive.addFollow(follow)
    discord.faults.cut(crosspostRoute, 'after', 1)
    await desk.write('ferry.txt', ferry)
    await until(() => {
      jump()
      return discord.violations.some(({ code }) => code === 40_033)
    })
    const [head] = await crier.archive.suggestArticles('Ferry', { kind: 'operator' }, 1)
    const [delivery] = await crier.archive.deliveriesOf(head?.id ?? '')
    expect(delivery).toMatchObject({ state: 'sent' })
    const claim = { now: clock.now() + 9e9, leaseUntil: clock.now() + 9e9, limit: 1 }
    await until(async () => (await crier.archive.claimPublications(claim)).length === 0)
  })

  it('waits for its turn where Discord has had enough for this hour, and holds up nobody', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const { clock, jump } = jumpingClock()
    const crier = await startCrier(discord, desk, { clock })
    await crier.archive.addFollow(follow)
    discord.faults.rateLimit(crosspostRoute, { retryAfter: 3600 })
    await desk.write('ferry.txt', ferry)
    await until(() => discord.messages(seedIds.announcements).length === 1)
    await desk.write('festival.txt', festival)
    await until(() => discord.messages(seedIds.announcements).length === 2)
    expect(shown(discord.messages(seedIds.announcements).slice(1))).toContain('Lantern festival')
    await crier.close()
    await using _ = await startCrier(discord, desk, { clock })
    await until(() => {
      jump()
      return isPublished(discord, 0) && isPublished(discord, 1)
    })
  })
})
