import { describe, expect, it } from 'vitest'
import { pageLifeMs } from '../../src/archive/keyed.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { paragraphs } from '../newsroom/pages.ts'
import { forwardClock, idOf, makeDesk, shown, startCrier, startDiscord } from './harness.ts'
import { openSite, publish } from './site.ts'

describe.concurrent('/summary with an address', () => {
  it('reads the page, answers with its sentences, and more of them at a press, also after a restart', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    const desk = await makeDesk()
    const url = publish(site, '/ferry', 'Ferry sails again')
    const hand = discord.as(seedIds.member)
    {
      await using _ = await startCrier(discord, desk)
      const { messages } = await hand.command('summary', { article: url, length: 'short' })
      expect(shown(messages)).toContain(`Ferry sails again (${url})`)
      expect(paragraphs.filter((sentence) => shown(messages).includes(sentence))).toHaveLength(1)
      expect(shown((await hand.command('latest')).messages)).toContain('No article fits.')
    }
    await using _ = await startCrier(discord, desk)
    const [message] = discord.messages(seedIds.general)
    await hand.press(message?.id ?? '', idOf(message, 'Longer'))
    const longer = discord.messages(seedIds.general)
    expect(paragraphs.filter((sentence) => shown(longer).includes(sentence)).length).toBeGreaterThan(1)
    const quotes = await hand.press(longer[0]?.id ?? '', idOf(longer[0], 'Quotes (2)'))
    expect(quotes.messages[0]?.ephemeral).toBe(true)
    expect(shown(quotes.messages)).toContain('Marisol Ferrante')
    expect(site.asked).toEqual(['/ferry'])
  })

  it('asks for the question anew when the page behind a button is forgotten', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    const { clock, forward } = forwardClock()
    await using _ = await startCrier(discord, await makeDesk(), { clock })
    const hand = discord.as(seedIds.member)
    const article = publish(site, '/ferry', 'Ferry sails again')
    const [message] = (await hand.command('summary', { article })).messages
    forward(pageLifeMs + 1000)
    const { messages } = await hand.press(message?.id ?? '', idOf(message, 'Longer'))
    expect(shown(messages)).toBe('I no longer have that article. Please ask for it again.')
    expect(shown(discord.messages(seedIds.general))).toContain('Ferry sails again')
    expect(site.asked).toEqual(['/ferry'])
  })

  it('says what is wrong with an address, naming no secret in it', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const hand = discord.as(seedIds.member)
    const ask = async (article: string) => shown((await hand.command('summary', { article })).messages)
    const { host } = new URL(site.origin)
    expect(await ask(`${site.origin}/none?token=hunter2`)).toBe(
      `I cannot read ${host}/none?token=…: there is nothing at that address (404).`,
    )
    expect(await ask(`<${site.origin.replace('//', '//mira:hunter2@')}/none>`)).toBe(
      'I read no addresses with a user name or password in them (127.0.0.1).',
    )
    expect(await ask('http://localhost:8080/admin')).toBe(
      'I cannot read localhost:8080/admin: addresses inside private networks are not read.',
    )
  })
})
