import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { type Desk, idOf, makeDesk, shown, startCrier, startDiscord, until } from './harness.ts'

const dayMs = 86_400_000

/** Articles that are published so many days ago, each about the one person who speaks. */
async function writeNews(
  desk: Desk,
  count: number,
  { days, name }: { days: number; name: string },
): Promise<void> {
  const published = new Date(Date.now() - days * dayMs).toISOString()
  for (let number = 0; number < count; number += 1) {
    const title = `${name} opens the ${days}th ferry hall, part ${number}`
    await writeFile(
      join(desk.articles, `${name.toLowerCase().replace(' ', '-')}-${days}-${number}.md`),
      [
        `---\ntitle: ${title}\npublisher: The Quay Courier\npublished: ${published}\n---`,
        `${name} opened a hall at the harbour. “The hall is ${number} metres long,” said ${name}, who leads the council.`,
        `${name} will speak again tomorrow.`,
      ].join('\n\n'),
    )
  }
}

async function makeNews(): Promise<Desk> {
  const desk = await makeDesk()
  await writeNews(desk, 6, { days: 2, name: 'Marisol Ferrante' })
  await writeNews(desk, 4, { days: 3, name: 'Tomas Brandt' })
  await writeNews(desk, 16, { days: 20, name: 'Tomas Brandt' })
  return desk
}

describe.concurrent('/trending', () => {
  it('tells who rose, with a chart that has a text, and follows to their articles', async () => {
    await using discord = await startDiscord()
    const desk = await makeNews()
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const [message] = (await hand.command('trending', { window: '7d', kind: 'people' })).messages
    if (message === undefined) throw new Error('Expected an answer')
    expect(shown([message])).toMatch(
      /^What rose in the last 7 days\n10 articles, held against 16 of the 28 days before\n.*Marisol Ferrante ×\d+ · 6 of 10 articles, 0 of 16 before/s,
    )
    expect(shown([message])).not.toContain('Tomas Brandt')
    const [chart] = message.attachments
    expect(chart).toMatchObject({ filename: 'trending.png', contentType: 'image/png' })
    expect(chart?.description).toMatch(
      /^Bars of the share.*Marisol Ferrante ×\d+ \(6 of 10 articles, 0 of 16 before\)$/,
    )
    expect(
      Buffer.from(chart?.data ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(JSON.stringify(message.components)).toContain(chart?.url)
    const topics = await hand.command('trending', { window: '7d', kind: 'topics' })
    expect(shown(topics.messages)).not.toContain('Marisol Ferrante')
    const opened = await hand.select(message, idOf(message, 'Find articles about…'), ['"Marisol Ferrante"'])
    expect(opened.messages[0]?.ephemeral).toBe(true)
    expect(shown(opened.messages)).toContain('6 articles for "Marisol Ferrante"')
  })

  it('changes to another window in place, its chart too', async () => {
    await using discord = await startDiscord()
    const desk = await makeNews()
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const [message] = (await hand.command('trending')).messages
    if (message === undefined) throw new Error('Expected an answer')
    expect(shown([message])).toContain('What rose in the last 24 hours')
    expect(message.attachments).toEqual([])
    const turn = async (label: string) => {
      const [now] = discord.messages(seedIds.general)
      if (now === undefined) throw new Error('Expected a message')
      await hand.press(now, idOf(now, label))
      return discord.messages(seedIds.general)[0]
    }
    const week = await turn('7d')
    expect([week?.attachments.length, shown(week ? [week] : [])]).toEqual([
      1,
      expect.stringContaining('7 days'),
    ])
    const month = await turn('30d')
    expect(shown(month ? [month] : [])).toContain('no articles of the days before')
    expect(month?.attachments).toEqual([])
  })

  it('says that there is nothing', async () => {
    await using discord = await startDiscord()
    await using _ = await startCrier(discord, await makeDesk())
    const { messages } = await discord.as(seedIds.member).command('trending', { private: true })
    expect(shown(messages)).toContain('There are no articles of this time.')
    expect(messages[0]?.ephemeral).toBe(true)
  })
})

describe.concurrent('/similar', () => {
  it('gives the nearest articles with what they share, by command and by button', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeNews(desk, 2, { days: 2, name: 'Marisol Ferrante' })
    await writeNews(desk, 1, { days: 3, name: 'Tomas Brandt' })
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const { choices } = await hand.autocomplete('similar', { article: 'ferrante' }, 'article')
    const article = String(choices?.[0]?.value)
    const answer = await hand.command('similar', { article })
    expect(shown(answer.messages)).toMatch(
      /^Like “Marisol Ferrante opens.*part.*\n.*Shares 1 person: Marisol Ferrante/s,
    )
    const [summary] = (await hand.command('summary', { article })).messages
    const pressed = await hand.press(summary ?? fail(), idOf(summary, 'Similar'))
    expect(pressed.messages[0]?.ephemeral).toBe(true)
    expect(shown(pressed.messages)).toBe(shown(answer.messages))
    const opened = await hand.select(
      pressed.messages[0] ?? fail(),
      idOf(pressed.messages[0], 'Read the summary of…'),
      [String(choices?.[1]?.value)],
    )
    expect(shown(opened.messages)).toContain('Marisol Ferrante opens')
    await crier.archive.withdraw(`file:marisol-ferrante-2-0.md`, systemClock.now())
    await crier.archive.withdraw(`file:marisol-ferrante-2-1.md`, systemClock.now())
    await until(async () => {
      const gone = await hand.press(summary ?? fail(), idOf(summary, 'Similar'))
      return shown(gone.messages).includes('I no longer have that article')
    })
  })

  it('says when nothing is alike, and names what it cannot find', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeNews(desk, 1, { days: 2, name: 'Marisol Ferrante' })
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const ask = async (article: string) => shown((await hand.command('similar', { article })).messages)
    expect(await ask('ferrante')).toContain('No other article is about the same.')
    expect(await ask('volcano')).toContain('I keep no article “volcano”')
  })
})

describe.concurrent('/trending and /similar', () => {
  it.each([
    ['in direct messages', seedIds.stranger, 'DM'],
    ['in a server without the bot', seedIds.admin, seedIds.elsewhereGeneral],
  ])('are there for who installed the app, %s', async (_, user, place) => {
    await using discord = await startDiscord()
    const desk = await makeNews()
    await using crier = await startCrier(discord, desk)
    discord.change.installApp(seedIds.admin, true)
    discord.change.removeBot(seedIds.elsewhere)
    const hand = discord.as(user, place)
    const [week] = (await hand.command('trending', { window: '7d' })).messages
    expect(shown([week ?? fail()])).toContain('6 of 10 articles, 0 of 16 before')
    expect(week?.attachments).toHaveLength(1)
    const [head] = await crier.archive.suggestArticles('ferrante', { kind: 'operator' }, 1)
    const similar = await hand.command('similar', { article: head?.id ?? '' })
    expect(shown(similar.messages)).toContain('Shares 1 person: Marisol Ferrante')
  })
})

function fail(): never {
  throw new Error('Expected a message')
}
