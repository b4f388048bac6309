import { describe, expect, it } from 'vitest'
import { defaultServers, seedIds } from '../../src/preview/seed.ts'
import { idOf, makeDesk, shown, soonMs, startCrier, startDiscord, until } from './harness.ts'

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
    expect(said).toContain('Was Ferrante gesagt hat')
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

describe.concurrent('what is posted unasked', () => {
  it('is in the language that the server chose, and its notices too', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.admin)
    const ask = async (command: string, options: Record<string, string> = {}) =>
      shown((await hand.command(command, options)).messages)
    expect(await ask('settings')).toContain('Language English, as Discord says')
    expect(await ask('settings', { language: 'de', notices: seedIds.general })).toContain('Language Deutsch')
    expect(await ask('follow add', { channel: seedIds.news, about: 'harbour' })).toContain(
      `New articles about harbour → #${seedIds.news}, as soon as they arrive.`,
    )
    await desk.write('harbour.txt', harbour)
    const posted = await discord.waitForMessage(seedIds.news, () => true, soonMs)
    expect(JSON.stringify(posted.components)).toContain('"label":"Warum?"')
    expect(shown([posted])).toContain(harbour.title)
    const why = shown(
      (await discord.as(seedIds.admin, seedIds.news).press(posted, idOf(posted, 'Warum?'))).messages,
    )
    expect(why).toContain('Why this was posted')
    discord.change.deleteChannel(seedIds.news)
    await until(() => shown(discord.messages(seedIds.general)).includes('Der Kanal wurde gelöscht.'))
    discord.change.setLocale(seedIds.admin, 'es-419')
    expect(await ask('follow list')).toMatch(
      /🔴 Los artículos nuevos sobre harbour.*\n.*El canal se ha borrado/,
    )
    expect(await ask('settings', { language: 'discord' })).toContain('Idioma English, como dice Discord')
  })

  it('speaks to a person as Discord last told it', async () => {
    await using discord = await startDiscord({ servers: serversIn('de') })
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    discord.change.setLocale(seedIds.member, 'fr')
    const added = await hand.command('alerts add', { about: 'harbour' })
    expect(shown(added.messages)).toContain('Les nouveaux articles sur harbour → vos messages privés')
    discord.change.setLocale(seedIds.member, 'es-ES')
    await hand.command('alerts list')
    await desk.write('harbour.txt', harbour)
    const inbox = discord.change.directMessage(seedIds.member).id
    const posted = await discord.waitForMessage(
      inbox,
      (message) => shown([message]).includes('nine weeks'),
      soonMs,
    )
    expect(JSON.stringify(posted.components)).toContain('"label":"¿Por qué?"')
    expect((await crier.archive.follows())[0]).toMatchObject({ about: 'harbour', language: 'es-ES' })
  })
})
