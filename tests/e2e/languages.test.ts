import { describe, expect, it } from 'vitest'
import { defaultServers, seedIds } from '../../src/preview/seed.ts'
import { makeDesk, shown, startCrier, startDiscord } from './harness.ts'

/** The servers of the seed, the newsroom in another language. */
function serversIn(locale: string) {
  return defaultServers.map((server) => (server.id === seedIds.newsroom ? { ...server, locale } : server))
}

const harbour = {
  title: 'Harbour reopens after nine weeks',
  body: [
    'The harbour of Quay Haven opened again on Monday after nine weeks of repairs to the eastern basin.',
    'Nobody has lost a berth, Marisol Ferrante said on Monday evening in the auction hall.',
  ],
}

describe.concurrent('lookups', () => {
  it('answer all in the language of the server, and one person in that person’s', async () => {
    await using discord = await startDiscord({ servers: serversIn('fr') })
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    discord.change.setLocale(seedIds.member, 'de')
    const hand = discord.as(seedIds.member)
    const ofAll = shown((await hand.command('latest')).messages)
    expect(ofAll).toContain('Dernières nouvelles')
    expect(ofAll).toContain(harbour.title)
    expect(shown((await hand.command('latest', { private: true })).messages)).toContain('Neueste Nachrichten')
    const said = shown((await hand.command('whosaid', { speaker: 'Ferrante', private: true })).messages)
    expect(said).toContain('Was Ferrante sagte')
    expect(said).toContain('(berichtet, nicht zitiert)')
    expect(said).toContain('Nobody has lost a berth')
  })

  it('answer in English where the language is not spoken', async () => {
    await using discord = await startDiscord({ servers: serversIn('fi') })
    await using _ = await startCrier(discord, await makeDesk())
    discord.change.setLocale(seedIds.member, 'fi')
    const hand = discord.as(seedIds.member)
    for (const isPrivate of [true, false])
      expect(shown((await hand.command('latest', { private: isPrivate })).messages)).toContain('Latest news')
  })
})
