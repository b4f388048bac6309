import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { idOf, makeDesk, shown, startCrier, startDiscord, type TestArticle } from './harness.ts'

const harbour: TestArticle = {
  title: 'Harbour reopens after nine weeks',
  body: [
    'The harbour of Quay Haven opened again on Monday after nine weeks of repairs to the eastern basin.',
    '“We will open the second basin before the first frost,” said Marisol Ferrante, the harbour commissioner. “Nobody has lost a berth.”',
    'The fishing fleet returned on the same evening, and the auction hall sold its first catch before midnight.',
  ],
}

describe.concurrent('/search', () => {
  it('shows the passage that fits', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const answer = shown((await hand.command('search', { query: 'auction catch' })).messages)
    expect(answer).toContain('1 article for auction catch')
    expect(answer).toContain(
      'The fishing fleet returned on the same evening, and the auction hall sold its first catch',
    )
    expect(shown((await hand.command('search', { query: 'frost', since: 'soon' })).messages)).toContain(
      '“soon” is no time',
    )
  })

  it('takes fields, and says what is wrong with one', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const ask = async (query: string, more = {}) =>
      shown((await hand.command('search', { query, ...more })).messages)
    expect(await ask('basin speaker:ferrante publisher:"The Quay Courier"')).toContain('to the eastern basin')
    expect(await ask('speaker:ferrante')).toContain('Harbour reopens')
    expect(await ask('basin speaker:nobody')).toContain('No article fits.')
    expect(await ask('basin publisher:')).toContain('publisher: needs a value right behind it')
    expect(await ask('basin before:never')).toContain('“never” is no time')
    expect(await ask('basin publisher:x', { publisher: 'y' })).toContain('one is enough')
  })

  it('asks what was meant, and searches for that at a press', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const [message] = (await hand.command('search', { query: 'fisihng flete', since: '9w' })).messages
    if (message === undefined) throw new Error('Expected an answer')
    expect(shown([message])).toContain('No article fits. Did you mean fishing fleet?')
    await hand.press(message, idOf(message, 'Search for fishing fleet'))
    expect(shown(discord.messages(seedIds.general))).toContain('1 article for fishing fleet')
  })

  it('keeps to a publisher, suggests publishers, and turns pages in place', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    for (let number = 1; number <= 7; number += 1)
      await desk.write(`quay-${number}.txt`, { ...harbour, title: `Quay news, part ${number}` })
    await desk.write('herald.txt', { ...harbour, publisher: 'Łódź Herald' })
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const { choices } = await hand.autocomplete('search', { query: 'basin', publisher: 'her' }, 'publisher')
    expect(choices?.map(({ value }) => value)).toEqual(['Łódź Herald'])
    const one = await hand.command('search', { query: 'basin', publisher: 'Łódź Herald', private: true })
    expect(shown(one.messages)).toContain('1 article for basin')
    const [message] = (await hand.command('search', { query: 'basin publisher:"the quay courier"' })).messages
    expect(shown(message ? [message] : []).match(/Quay news, part/g)).toHaveLength(5)
    await hand.press(message ?? fail(), idOf(message, 'Next ›'))
    expect(shown(discord.messages(seedIds.general)).match(/Quay news, part/g)).toHaveLength(2)
  })
})

function fail(): never {
  throw new Error('Expected a message')
}
