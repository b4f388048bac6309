import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { Message } from '../../src/preview/world.ts'
import {
  type Desk,
  idOf,
  makeDesk,
  shown,
  startCrier,
  startDiscord,
  type TestArticle,
  until,
} from './harness.ts'

const harbour: TestArticle = {
  title: 'Harbour reopens after nine weeks',
  body: [
    'The harbour of Quay Haven opened again on Monday after nine weeks of repairs to the eastern basin.',
    '“We will open the second basin before the first frost,” said Marisol Ferrante, the harbour commissioner. “Nobody has lost a berth.”',
    'The fishing fleet returned on the same evening, and the auction hall sold its first catch before midnight.',
    'According to the port office, repairs cost about four million crowns, a third less than was feared in spring.',
  ],
}

/** So many articles about one topic, the oldest first. */
async function writeMany(desk: Desk, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await desk.write(`ferry-${number}.txt`, {
      title: `Ferry number ${number} leaves the yard`,
      publisher: number % 2 === 0 ? 'The Quay Courier' : 'Łódź Herald',
      body: [
        `The ferry with the number ${number} left the yard on Tuesday and was handed over to its new crew.`,
        `“Ferry ${number} is the best we ever built,” said Zoë Ångström, who leads the yard.`,
        'She will carry two hundred people and forty cars between the islands from next month on.',
      ],
    })
  }
}

/** The value of the first line of the menu with this id. */
function firstOption(message: Message, menu: string): string {
  const found = new RegExp(`"custom_id":"${menu}".*?"value":"([^"]*)"`).exec(
    JSON.stringify(message.components),
  )
  return found?.[1] ?? ''
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('Expected at least one')
  return item
}

describe.concurrent('a new server', () => {
  it('is told what to do, and that there is nothing yet', async () => {
    await using discord = await startDiscord()
    await using _ = await startCrier(discord, await makeDesk())
    const hand = discord.as(seedIds.member)
    expect(shown((await hand.command('help')).messages)).toContain('I keep 0 articles with 0 statements.')
    expect(shown((await hand.command('latest')).messages)).toContain('No article fits.')
    expect(shown((await hand.command('summary')).messages)).toBe('There are no articles yet.')
    expect(shown((await hand.command('whosaid')).messages)).toContain('Tell me whom (speaker)')
    expect(shown((await hand.command('search', { query: '-gold' })).messages)).toContain(
      'only says what to leave out',
    )
  })
})

describe.concurrent('/latest', () => {
  it('shows five a page, turns pages in place, and gives others a private copy', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeMany(desk, 8)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const answer = await hand.command('latest')
    const message = first(answer.messages)
    expect(shown([message]).match(/leaves the yard/g)).toHaveLength(5)
    const next = await hand.press(message, idOf(message, 'Next ›'))
    expect(shown([first(discord.messages(seedIds.general))]).match(/leaves the yard/g)).toHaveLength(3)
    expect(next.messages).toEqual([])
    const turned = first(discord.messages(seedIds.general))
    const other = await discord.as(seedIds.admin).press(turned, idOf(turned, '‹ Back'))
    expect(first(other.messages).ephemeral).toBe(true)
    expect(shown(other.messages).match(/leaves the yard/g)).toHaveLength(5)
    expect(shown([first(discord.messages(seedIds.general))]).match(/leaves the yard/g)).toHaveLength(3)
  })

  it('keeps to a publisher, a topic and a count', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeMany(desk, 6)
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const ask = async (options: Record<string, string | number>) =>
      shown((await hand.command('latest', options)).messages)
    expect((await ask({ publisher: 'lodz herald' })).match(/Łódź Herald ·/g)).toHaveLength(3)
    expect((await ask({ count: 2 })).match(/ · /g)).toHaveLength(2)
    expect(await ask({ about: '"second basin" OR nothing' })).toContain('Harbour reopens')
    expect(await ask({ about: 'ferry -crew' })).toContain('No article fits.')
  })

  it('opens a summary from its menu, for the one who chose alone', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const message = first((await hand.command('latest')).messages)
    const { rows } = await crier.archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 1 })
    const opened = await hand.select(message, idOf(message, 'Read the summary of…'), [first(rows).id])
    expect(first(opened.messages).ephemeral).toBe(true)
    expect(shown(opened.messages)).toContain('Harbour reopens after nine weeks')
  })

  it('answers to the asker alone when asked to', async () => {
    await using discord = await startDiscord()
    await using _ = await startCrier(discord, await makeDesk())
    const { messages } = await discord.as(seedIds.member).command('latest', { private: true })
    expect(first(messages).ephemeral).toBe(true)
  })
})

describe.concurrent('/summary', () => {
  it('gives verbatim sentences, more or fewer at a press, and opens the quotes', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const { choices } = await hand.autocomplete('summary', { article: 'harb' }, 'article')
    const { value } = first(choices ?? [])
    const message = first(
      (await hand.command('summary', { article: String(value), length: 'short' })).messages,
    )
    const sentences = harbour.body.join(' ')
    const short = linesOf(message).filter((line) => sentences.includes(line))
    expect(short).toHaveLength(1)
    await hand.press(message, idOf(message, 'Longer'))
    const longer = first(discord.messages(seedIds.general))
    expect(linesOf(longer).filter((line) => sentences.includes(line)).length).toBeGreaterThan(1)
    const quotes = await hand.press(longer, idOf(longer, 'Quotes (2)'))
    expect(first(quotes.messages).ephemeral).toBe(true)
    expect(shown(quotes.messages)).toContain('“Nobody has lost a berth.”')
  })

  it('names what it cannot find', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const { messages } = await discord.as(seedIds.member).command('summary', { article: 'volcano' })
    expect(shown(messages)).toContain('I keep no article “volcano”')
  })
})

describe.concurrent('/whosaid', () => {
  it('finds by speaker, by topic, by exact words and by near words', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeMany(desk, 6)
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const ask = async (options: Record<string, string>) =>
      shown((await hand.command('whosaid', options)).messages)
    expect(await ask({ speaker: 'ferrante' })).toContain('Marisol Ferrante')
    expect(await ask({ about: 'basin' })).toContain('before the first frost')
    expect(await ask({ words: 'nobody has lost a berth' })).toContain('Who said “nobody has lost a berth”')
    const near = await ask({ words: 'nobody ever lost his berth' })
    expect(near).toMatch(/^Nobody in these words; nearest: .*\n.*Ferrante/s)
    expect(near).toContain('Nobody __has__ lost __a__ berth')
    expect(near).toContain('Not said: ever, his')
    expect(await ask({ speaker: 'ferrante', kind: 'reported' })).toContain('Nobody is found')
    const { choices } = await hand.autocomplete('whosaid', { speaker: 'zo' }, 'speaker')
    expect(choices).toEqual([{ name: 'Zoë Ångström', value: 'Zoë Ångström' }])
  })

  it('turns pages, also where the question is too long for a button', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeMany(desk, 6)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const about = `ferry ${'OR "a very long phrase that nobody ever wrote" '.repeat(5)}`.trim()
    const message = first((await hand.command('whosaid', { about })).messages)
    expect(shown([message]).match(/^> /gm)).toHaveLength(4)
    await hand.press(message, idOf(message, 'Next ›'))
    expect(shown(discord.messages(seedIds.general)).match(/^> /gm)).toHaveLength(2)
  })

  it('opens the text around a statement, for the one who asks alone', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const message = first((await hand.command('whosaid', { speaker: 'ferrante' })).messages)
    const menu = idOf(message, 'Show the text around…')
    const opened = await hand.select(message, menu, [firstOption(message, menu)])
    expect(first(opened.messages).ephemeral).toBe(true)
    for (const paragraph of harbour.body.filter((words) => words.includes('berth'))) {
      expect(shown(opened.messages).replaceAll('**', '')).toContain(paragraph)
    }
    await rm(join(desk.articles, 'harbour.txt'))
    await until(async () => {
      const gone = await hand.select(message, menu, [firstOption(message, menu)])
      return shown(gone.messages).includes('I no longer have that article')
    })
  })

  it('puts two speakers side by side, and turns both pages', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await writeMany(desk, 6)
    await desk.write('harbour.txt', harbour)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const message = first(
      (await hand.command('whosaid', { speaker: 'ångström', compare: 'ferrante' })).messages,
    )
    expect(shown([message])).toMatch(
      /What ångström and ferrante said\n.*ångström · 6 statements.*ferrante · 1 statement\n/s,
    )
    await hand.press(message, idOf(message, 'Next ›'))
    expect(shown(discord.messages(seedIds.general))).toMatch(/ferrante · 1 statement\n\nNo more\./)
    const { choices } = await hand.autocomplete('whosaid', { speaker: 'a', compare: 'ferr' }, 'compare')
    expect(choices?.map(({ value }) => value)).toEqual(['Marisol Ferrante'])
    const alone = await hand.command('whosaid', { about: 'ferry', compare: 'ferrante' })
    expect(shown(alone.messages)).toContain('Name the first speaker too')
  })
})

describe.concurrent('the days of a speaker', () => {
  it('open from /whosaid, turn pages, and lead back to the statements', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    for (let day = 11; day <= 17; day += 1) {
      const head = `---\ntitle: Ferry report ${day}\npublisher: The Quay Courier\npublished: 2026-03-${day}T12:00:00Z\n---`
      const said = `“On this day ${day} ferries sail between the islands,” said Zoë Ångström, who leads the yard. “All ${day} are new.”`
      await writeFile(join(desk.articles, `report-${day}.md`), `${head}\n\nFerries sail.\n\n${said}\n`)
    }
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const list = first((await hand.command('whosaid', { speaker: 'ångström' })).messages)
    await hand.press(list, idOf(list, 'Day by day'))
    const days = first(discord.messages(seedIds.general))
    expect(shown([days])).toMatch(/^What ångström said\n7 statements on 7 days\n/)
    expect(shown([days])).toMatch(
      /17 March 2026 · 1 statement\n> “On this day 17 .*Zoë Ångström.*The Quay Courier/s,
    )
    expect(shown([days])).not.toContain('12 March 2026')
    const menu = idOf(days, 'Show the text around…')
    const opened = await hand.select(days, menu, [firstOption(days, menu)])
    expect(shown(opened.messages)).toContain('Ferries sail.')
    await hand.press(days, idOf(days, 'Next ›'))
    const older = first(discord.messages(seedIds.general))
    expect(shown([older]).match(/March 2026/g)).toHaveLength(3)
    await hand.press(older, idOf(older, 'All statements'))
    expect(shown(discord.messages(seedIds.general))).toMatch(/^What ångström said\n7 statements\n/)
    const words = first((await hand.command('whosaid', { words: 'ferries sail between' })).messages)
    expect(shown([words])).not.toContain('Day by day')
  })
})

describe.concurrent('any answer', () => {
  it('mentions nobody and formats nothing that an article brings along', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const title = `@everyone **free** <@${seedIds.member}> [click](https://evil.example/) ||x|| \u202Eright to left`
    await desk.write('evil.txt', { ...harbour, title, publisher: '<@&1> `News`' })
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    for (const name of ['latest', 'summary']) {
      const message = first((await hand.command(name)).messages)
      expect(message.pings).toEqual({ everyone: false, userIds: [], roleIds: [] })
      expect(contentsOf(message.components)).not.toMatch(/(?<!\\)(\*\*free|<@\d|\]\(https:\/\/evil)/)
    }
  })

  it('fits Discord’s limits whatever the article holds', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const long = 'Überlänge* '.repeat(900)
    for (let number = 0; number < 5; number += 1) {
      await desk.write(`long-${number}.txt`, {
        title: `${number} ${long}`,
        publisher: `Courier ${number}`,
        body: [`“${long}${number}” said Ann Lee.`, `${long}.`, '👨‍👩‍👧'.repeat(800)],
      })
    }
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    for (const [name, options] of [
      ['latest', {}],
      ['summary', { length: 'long' }],
      ['search', { query: 'überlänge' }],
      ['whosaid', { words: 'überlänge' }],
    ] as const) {
      expect((await hand.command(name, options)).failure).toBeUndefined()
    }
  })
})

/** All texts that Discord formats. */
function contentsOf(components: readonly unknown[]): string {
  return [...JSON.stringify(components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
    .map(([, text]) => JSON.parse(text ?? '""'))
    .join('\n')
}

function linesOf(message: Pick<Message, 'content' | 'components'>): readonly string[] {
  return shown([message])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
