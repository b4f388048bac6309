import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openChat } from '../../src/preview/chat.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { sends } from '../newsroom/news-site.ts'
import { page, paragraphs } from '../newsroom/pages.ts'
import { idOf, makeDesk, shown, startCrier, startDiscord } from './harness.ts'
import { openSite, publish } from './site.ts'

describe.concurrent('Summarize', () => {
  it('tells each link of a message in its order, what was read and what was not, to the asker alone', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const links = [
      publish(site, '/ferry', 'Ferry sails again'),
      `${site.origin}/gone`,
      publish(site, '/eels', 'Eels *came* home'),
    ]
    const message = discord.post(seedIds.general, seedIds.admin, `Look: ${links.join(' and ')}!`)
    const hand = discord.as(seedIds.member)
    const outcome = await hand.messageCommand('Summarize', message)
    const [answer] = outcome.messages
    expect(answer?.ephemeral).toBe(true)
    expect(answer?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] })
    expect(shown(outcome.messages)).toMatch(
      /Ferry sails again.*\/gone: there is nothing at that address \(404\)\..*Eels \*came\* home/s,
    )
    const opened = await hand.press(answer?.id ?? '', idOf(answer, 'Summary'))
    expect(opened.messages[0]?.ephemeral).toBe(true)
    expect(paragraphs.filter((sentence) => shown(opened.messages).includes(sentence))).toHaveLength(3)
    await hand.messageCommand('Summarize', message)
    expect(site.asked.toSorted()).toEqual(['/eels', '/ferry', '/gone'])
    expect(discord.messages(seedIds.general)).toHaveLength(1)
  })

  it('reads five links of a message and says how many it leaves out', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const links = Array.from({ length: 7 }, (_, index) => publish(site, `/${index}`, `Ferry ${index}`))
    const message = discord.post(seedIds.general, seedIds.admin, links.join('\n'))
    const answer = shown((await discord.as(seedIds.member).messageCommand('Summarize', message)).messages)
    expect(answer.match(/^Ferry \d/gm)).toEqual(['Ferry 0', 'Ferry 1', 'Ferry 2', 'Ferry 3', 'Ferry 4'])
    expect(answer).toContain('2 more links are left out: I read 5 of a message.')
  })

  it('shows an article once where two links lead to it', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const url = publish(site, '/ferry?id=1', 'Ferry sails again')
    const message = discord.post(seedIds.general, seedIds.admin, `${url} ${url}&utm_source=x ${url}#top`)
    const { messages } = await discord.as(seedIds.member).messageCommand('Summarize', message)
    expect(shown(messages).match(/Ferry sails again/g)).toHaveLength(1)
  })

  it('reads what a forwarded message links to', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const url = publish(site, '/ferry', 'Ferry sails again')
    const message = discord.as(seedIds.admin, seedIds.news).say(`Have you seen ${url}?`)
    const hand = discord.as(seedIds.member)
    const { messages } = await hand.messageCommand('Summarize', hand.forward(message))
    expect(shown(messages)).toContain('Ferry sails again')
  })

  it('knows the articles in one of its own answers without asking anybody for them', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const url = 'https://quay.invalid/ferry'
    const file = `---\nurl: ${url}\n---\n\n# Ferry sails again\n\n${paragraphs.join('\n\n')}\n`
    await writeFile(join(desk.articles, 'ferry.md'), file)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const [list] = (await hand.command('latest')).messages
    const { messages } = await hand.messageCommand('Summarize', list?.id ?? '')
    expect(shown(messages)).toContain(`Ferry sails again (${url})`)
    expect(paragraphs.filter((sentence) => shown(messages).includes(sentence))).toHaveLength(3)
  })

  it('says when a member may ask again, and lets others ask', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk(), {
      config: { FETCHES_PER_MINUTE: { member: 1, server: 2 } },
    })
    const [one, two, three] = ['/1', '/2', '/3'].map((path) => publish(site, path, `Ferry ${path}`))
    const ask = async (who: string, link: string | undefined) => {
      const message = discord.post(seedIds.general, seedIds.admin, link ?? '')
      return shown((await discord.as(who).messageCommand('Summarize', message)).messages)
    }
    expect(await ask(seedIds.member, one)).toContain('Ferry /1')
    expect(await ask(seedIds.member, two)).toMatch(
      /^I read one page a minute for a person\. Try again in \d+ seconds\.$/,
    )
    expect(await ask(seedIds.member, one)).toContain('Ferry /1')
    expect(await ask(seedIds.admin, two)).toContain('Ferry /2')
    expect(await ask(seedIds.member, three)).toContain('Try again in')
    expect(site.asked).toEqual(['/1', '/2'])
  })

  it('asks for no link in a message without one', async () => {
    await using discord = await startDiscord()
    await using _ = await startCrier(discord, await makeDesk())
    const message = discord.post(seedIds.general, seedIds.admin, 'no link here')
    const { messages } = await discord.as(seedIds.member).messageCommand('Summarize', message)
    expect(shown(messages)).toBe('There is no link in that message.')
  })

  it('works in direct messages, and where only the person installed the application', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const url = publish(site, '/ferry', 'Ferry sails again')
    const own = discord.as(seedIds.member, 'DM')
    expect(shown((await own.messageCommand('Summarize', own.say(url))).messages)).toContain(
      'Ferry sails again',
    )
    const message = discord.post(seedIds.general, seedIds.admin, url)
    discord.change.installApp(seedIds.member, true)
    discord.change.removeBot(seedIds.newsroom)
    const { messages } = await discord.as(seedIds.member).messageCommand('Summarize', message)
    expect(shown(messages)).toContain('Ferry sails again')
  })

  it('acknowledges at once where the page is slow, and answers when it is there', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const released = Promise.withResolvers<void>()
    site.pages.set('/slow', async (request, response) => {
      await released.promise
      sends(() => page({ title: 'Slow ferry' }), 'text/html')(request, response)
    })
    const message = discord.post(seedIds.general, seedIds.admin, `${site.origin}/slow`)
    const asking = discord.as(seedIds.member).messageCommand('Summarize', message)
    const isThinking = new Promise<void>((resolve) => discord.on('message', () => resolve()))
    await isThinking
    released.resolve()
    const outcome = await asking
    expect(outcome.deferred).toBe(true)
    expect(outcome.messages[0]?.ephemeral).toBe(true)
    expect(shown(outcome.messages)).toContain('Slow ferry')
  })

  it('fits Discord’s limits and formats nothing, whatever five pages hold', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const title = `@everyone **free** &lt;@${seedIds.member}&gt; [click](https://evil.example/) ${'long '.repeat(40)}`
    const text = `“${'*Überlänge* '.repeat(80)}of it,” said Ann Lee on Monday in the harbour. `.repeat(9)
    const links = Array.from({ length: 5 }, (_, index) => {
      site.pages.set(
        `/${index}`,
        sends(() => page({ title, text }), 'text/html; charset=utf-8'),
      )
      return `${site.origin}/${index}`
    })
    const message = discord.post(seedIds.general, seedIds.admin, links.join(' '))
    const { failure, messages } = await discord.as(seedIds.member).messageCommand('Summarize', message)
    expect(failure).toBeUndefined()
    expect(messages[0]?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] })
    expect(JSON.stringify(messages[0]?.components)).toContain('free')
    expect(JSON.stringify(messages[0]?.components)).not.toMatch(/(?<!\\)(\*\*free|<@\d|\]\(https:\/\/evil)/)
  })

  it('is typed in the preview’s prompt with a text, a message’s id, or for the newest message', async () => {
    await using discord = await startDiscord()
    await using site = await openSite()
    await using _ = await startCrier(discord, await makeDesk())
    const chat = openChat(discord)
    const first = publish(site, '/ferry', 'Ferry sails again')
    const second = publish(site, '/eels', 'Eels came home')
    expect(shown(await chat.send(`Summarize ${first}`))).toContain('Ferry sails again')
    const [message] = discord.messages(seedIds.general)
    discord.post(seedIds.news, seedIds.admin, second)
    expect(shown(await chat.send('summarize'))).toContain('Eels came home')
    expect(shown(await chat.send(`Summarize ${message?.id}`))).toContain('Ferry sails again')
    expect(site.asked).toEqual(['/ferry', '/eels'])
  })
})
