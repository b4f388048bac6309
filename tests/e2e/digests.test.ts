import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { everyonePermissions, seedIds } from '../../src/preview/seed.ts'
import type { Message } from '../../src/preview/world.ts'
import {
  type Discord,
  forwardClock,
  idOf,
  makeDesk,
  shown,
  soonMs,
  startCrier,
  startDiscord,
  until,
} from './harness.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const bridge = {
  title: 'Bridge closes for the winter',
  body: [
    'The old bridge over the Morrow closes on Friday and stays closed until the ice is gone in April.',
    '“Nobody will cross it before spring,” said Ilse Brandt, who runs the port office.',
    '“We have seen worse winters,” said Ilse Brandt.',
  ],
}
const ferry = {
  title: 'Ferry replaces the bridge',
  body: ['A ferry takes over on Saturday and crosses the Morrow every twenty minutes until the evening.'],
}

/** What names are quoted so often that a picture shows them. */
const said = (name: string, times: number) =>
  Array.from({ length: times }, (_, n) => `“The harbour needs ${n + 2} more cranes by May,” said ${name}.`)
const cranes = {
  title: 'Cranes for the harbour',
  body: [...said('Ilse Brandt', 4), ...said('Tomas Lindqvist', 3), ...said('Adaeze Marlowe', 2)],
}

/** A bot at ten past some hour, whose clock can be put forward, and who manages the server. */
async function setStage() {
  const { clock, forward } = forwardClock(hourMs - (Date.now() % hourMs) + hourMs / 6)
  const discord = await startDiscord({ now: clock.now })
  const desk = await makeDesk()
  const crier = await startCrier(discord, desk, { clock })
  const hand = discord.as(seedIds.admin)
  const kept = async (title: string): Promise<void> => {
    await until(async () => (await crier.archive.suggestArticles(title, { kind: 'operator' }, 1)).length > 0)
  }
  return {
    discord,
    desk,
    crier,
    [Symbol.asyncDispose]: async (): Promise<void> => {
      await crier.close()
      await discord[Symbol.asyncDispose]()
    },
    pass: forward,
    kept,
    /** Two articles, one after the other, as they are kept. */
    writeBoth: async (): Promise<void> => {
      await desk.write('bridge.txt', bridge)
      await kept('Bridge closes')
      await desk.write('ferry.txt', ferry)
      await kept('Ferry replaces')
    },
    ask: async (command: string, options: Record<string, string | number | boolean> = {}) =>
      shown((await hand.command(command, options)).messages),
  }
}

/** As if it were not known whether what was posted arrived. */
function setStates(path: string, state: string): void {
  const database = new DatabaseSync(path, { timeout: 5000 })
  database.prepare('UPDATE deliveries SET state = ?').run(state)
  database.close()
}

/** As if an article had been dropped from a digest before it went out. */
function dropFrom(path: string, articleId: string): void {
  const database = new DatabaseSync(path, { timeout: 5000 })
  database.prepare("UPDATE deliveries SET state = 'dropped' WHERE article_id = ?").run(articleId)
  database.close()
}

function first(discord: Discord, channel: string): Promise<Message> {
  return discord.waitForMessage(channel, () => true, soonMs)
}

describe.concurrent('digests', () => {
  it.each([
    ['each full hour', { delivery: 'hourly' }, 'as a digest at each full hour', hourMs],
    ['once a day', { delivery: 'daily', at: '7:30' }, 'as a digest every day at 07:30 (UTC)', dayMs],
  ])('come %s as one message, with who is quoted most', async (_, options, words, passing) => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    expect(await stage.ask('follow add', { channel: seedIds.news, ...options })).toContain(words)
    await stage.writeBoth()
    expect(discord.messages(seedIds.news)).toEqual([])
    stage.pass(passing)
    const message = await first(discord, seedIds.news)
    const digest = shown([message])
    expect(digest).toMatch(/Digest: 2 articles/)
    expect(digest).toMatch(/Bridge closes for the winter.*closes on Friday.*Ferry replaces the bridge/s)
    expect(digest).toContain('Quoted most: Ilse Brandt (2)')
    const reader = discord.as(seedIds.member, seedIds.news)
    const [id] = (await stage.crier.archive.suggestArticles('Ferry', { kind: 'operator' }, 1)).map(
      (head) => head.id,
    )
    const opened = await reader.select(message, idOf(message, 'Read the summary of…'), [id ?? ''])
    expect(shown(opened.messages)).toContain('A ferry takes over on Saturday')
    const why = await reader.press(message, idOf(message, 'Why?'))
    expect(shown(why.messages)).toContain(`Every new article → #${seedIds.news}, ${words}`)
    expect(discord.messages(seedIds.news)).toHaveLength(1)
  })

  it('say why they came by the follows of the articles in them alone', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    for (const about of ['winter', 'twenty'])
      await stage.ask('follow add', { channel: seedIds.news, about, delivery: 'hourly' })
    await stage.writeBoth()
    stage.pass(hourMs)
    const message = await first(discord, seedIds.news)
    const reader = discord.as(seedIds.member, seedIds.news)
    const why = async () => shown((await reader.press(message, idOf(message, 'Why?'))).messages)
    expect(await why()).toMatch(/about winter.*about twenty/s)
    const [ferryHead] = await stage.crier.archive.suggestArticles('Ferry', { kind: 'operator' }, 1)
    dropFrom(stage.desk.database, ferryHead?.id ?? '')
    expect(await why()).toContain('about winter')
    expect(await why()).not.toContain('about twenty')
  })

  it.each([
    ['a text channel', seedIds.news, true],
    ['a forum', seedIds.forum, true],
    ['a channel where the bot may attach nothing', seedIds.news, false],
  ])('show who is quoted most as a picture in %s, where it may', async (_, channel, mayAttach) => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel, delivery: 'hourly' })
    if (!mayAttach)
      discord.change.setRolePermissions(
        seedIds.newsroom,
        seedIds.newsroom,
        everyonePermissions & ~PermissionFlagsBits.AttachFiles,
      )
    await stage.desk.write('cranes.txt', cranes)
    await stage.desk.write('ferry.txt', ferry)
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 2)
    stage.pass(hourMs)
    const posts = () => postsIn(discord, channel)
    await until(() => posts().length === 1)
    const [message] = posts()
    expect(shown(posts())).toContain('Quoted most: Ilse Brandt (4), Tomas Lindqvist (3), Adaeze Marlowe (2)')
    expect(message?.attachments.map(({ filename, description }) => [filename, description])).toEqual(
      mayAttach
        ? [['quoted.png', 'Quoted most: Ilse Brandt (4), Tomas Lindqvist (3), Adaeze Marlowe (2)']]
        : [],
    )
  })

  it('come once each, though the clock jumps a day ahead and an hour back', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel: seedIds.news, delivery: 'hourly' })
    await stage.writeBoth()
    stage.pass(24 * hourMs)
    await first(discord, seedIds.news)
    stage.pass(-hourMs)
    await stage.desk.write('third.txt', {
      ...ferry,
      title: 'Lighthouse is painted',
      body: ['Red, it was said.'],
    })
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 3)
    stage.pass(2 * hourMs)
    await until(() => discord.messages(seedIds.news).length === 2)
    const [one = '', two = ''] = discord.messages(seedIds.news).map((message) => shown([message]))
    expect([one.includes('Ferry'), one.includes('Lighthouse')]).toEqual([true, false])
    expect([two.includes('Ferry'), two.includes('Lighthouse')]).toEqual([false, true])
  })

  it('of one article look like any announcement', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel: seedIds.news, about: 'ferry', delivery: 'hourly' })
    await stage.writeBoth()
    stage.pass(hourMs)
    const text = shown([await first(discord, seedIds.news)])
    expect(text).toContain('Ferry replaces the bridge')
    expect(text).not.toContain('Digest')
  })

  it('take what is more than the day’s most', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    expect(await stage.ask('follow add', { channel: seedIds.news, most: 1 })).toContain(
      'as soon as they arrive, at most 1 a day and the rest as a digest at 08:00 (UTC)',
    )
    await stage.writeBoth()
    await until(() => discord.messages(seedIds.news).length === 1)
    stage.pass(dayMs)
    await until(() => discord.messages(seedIds.news).length === 2)
    expect(discord.messages(seedIds.news).map((message) => shown([message]).split('\n')[0])).toEqual([
      'Bridge closes for the winter',
      'Ferry replaces the bridge',
    ])
  })

  it.each(['sent', 'held'])('that are %s leaf through their pages, privately', async (state) => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel: seedIds.news, delivery: 'hourly' })
    for (let n = 1; n <= 12; n += 1)
      await stage.desk.write(`n${n}.txt`, { ...ferry, title: `Ferry number ${n}` })
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 12)
    stage.pass(hourMs)
    const message = await first(discord, seedIds.news)
    await until(async () => (await stage.crier.archive.deliveryCounts()).sending === 0)
    setStates(stage.desk.database, state)
    const turned = await discord
      .as(seedIds.member, seedIds.news)
      .press(message, idOf(message, 'More: page 1 of 2 ›'))
    expect(turned.messages.map(({ ephemeral }) => ephemeral)).toEqual([true])
    expect(shown(turned.messages).match(/Ferry number \d+/g)).toHaveLength(2)
  })
})

/** Messages of a channel, or of a forum's posts. */
function postsIn(discord: Discord, channel: string): readonly Message[] {
  return [...discord.world.channels.values()]
    .filter(({ id, parentId }) => id === channel || (channel === seedIds.forum && parentId === channel))
    .flatMap(({ id }) => discord.messages(id))
}

describe.concurrent('a digest that was posted', () => {
  it.each([
    ['a forum', 'follow add', seedIds.forum],
    ['direct messages', 'alerts add', ''],
  ])('in %s takes an article back line by line, and corrects it', async (_, command, channel) => {
    const stage = await setStage()
    const { discord, desk } = stage
    await using _closing = stage
    const options = { delivery: 'hourly', ...(channel !== '' && { channel }) }
    await discord.as(seedIds.admin).command(command, options)
    const inbox = discord.change.directMessage(seedIds.admin).id
    const posts = () => (channel === '' ? discord.messages(inbox).slice(1) : postsIn(discord, channel))
    await desk.write('cranes.txt', cranes)
    await stage.kept('Cranes for')
    await stage.writeBoth()
    stage.pass(hourMs)
    await until(() => posts().length === 1)
    const lines = () =>
      shown(posts()).match(/^(.*Ferry.*|.*Bridge.*|.*Cranes.*|The Quay.*|Quoted.*)$/gm) ?? []
    const quay = 'The Quay Courier'
    const [headlines, people] = [[cranes, bridge, ferry].map(({ title }) => title), 'Ilse Brandt (6), Tomas']
    const whole = [...headlines.flatMap((title) => [title, quay]), expect.stringContaining(people)]
    expect(lines()).toEqual(whole)
    const pictures = () => posts().flatMap(({ attachments }) => attachments).length
    expect(pictures()).toBe(1)
    await rm(join(desk.articles, 'cranes.txt'))
    await until(() => lines()[1]?.includes('withdrawn') === true)
    expect(lines()[0]).toBe('~~Cranes for the harbour~~')
    expect(lines()[1]).toMatch(/^The Quay Courier · withdrawn \S+ \S+ UTC$/)
    expect(lines().slice(2)).toEqual([...whole.slice(2, 6), 'Quoted most: Ilse Brandt (2)'])
    expect(pictures()).toBe(0)
    await desk.write('cranes.txt', cranes)
    await stage.kept('Cranes for')
    await desk.write('ferry.txt', { ...ferry, title: 'Ferry does not replace the bridge' })
    await stage.kept('Ferry does not')
    stage.pass(minuteMs)
    await until(() => lines()[5]?.includes('corrected') === true)
    expect(lines()[4]).toBe('Ferry does not replace the bridge')
    expect(lines()[5]).toMatch(/^The Quay Courier · corrected \S+ \S+ UTC$/)
    expect(lines().toSpliced(4, 2)).toEqual(whole.toSpliced(4, 2))
    expect([posts().length, pictures()]).toEqual([1, 1])
  })
})

describe.concurrent('in a server whose language is German, digests', () => {
  it('say day, numbers and what became of articles in German', async () => {
    const stage = await setStage()
    const { discord, desk } = stage
    await using _closing = stage
    await stage.ask('settings', { language: 'de' })
    await stage.ask('follow add', { channel: seedIds.forum, delivery: 'hourly' })
    const posts = () => postsIn(discord, seedIds.forum)
    const titles = () =>
      [...discord.world.channels.values()]
        .filter(({ parentId }) => parentId === seedIds.forum)
        .map(({ name }) => name)
    await desk.write('bridge.txt', bridge)
    await desk.write('copy.txt', { ...bridge, publisher: 'Morrow Herald' })
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 2)
    stage.pass(hourMs)
    await until(() => posts().length === 1)
    expect(titles()[0]).toMatch(/^Übersicht vom \d{1,2}\. \p{L}+ 20\d\d: 2 Artikel$/u)
    const first = shown(posts().slice(0, 1))
    expect(first).toMatch(/^Übersicht: 2 Artikel, eine Geschichte$/m)
    expect(first).toMatch(/ · auch bei (?:Morrow Herald|The Quay Courier)$/m)
    expect(first).toContain('Am meisten zitiert: Ilse Brandt (4)')
    expect(JSON.stringify(posts()[0]?.components)).toMatch(/"Zusammenfassung lesen von….*"label":"Warum\?"/)
    for (let n = 1; n <= 12; n += 1) await desk.write(`n${n}.txt`, { ...ferry, title: `Ferry number ${n}` })
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 14)
    stage.pass(hourMs)
    await until(() => posts().length === 2)
    expect(titles()[1]).toMatch(/: 12 Artikel$/)
    expect(shown(posts().slice(1))).toMatch(/^Übersicht: 12 Artikel$/m)
    expect(JSON.stringify(posts()[1]?.components)).toContain('"label":"Mehr: Seite 1 von 2 ›"')
    await desk.write('bridge.txt', { ...bridge, title: 'Bridge stays open' })
    await rm(join(desk.articles, 'n1.txt'))
    await until(() => / · korrigiert \S/.test(shown(posts().slice(0, 1))))
    await until(() => / · zurückgezogen \S/.test(shown(posts().slice(1))))
    expect(titles()[0]).toContain('2 Artikel')
  })
})

describe.concurrent('a follow', () => {
  it('changes, rests and goes on as it is told', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', {
      channel: seedIds.news,
      about: 'bridge',
      exclude: 'war',
      quiet: '23:00-5:00',
    })
    const [follow] = await stage.crier.archive.follows()
    const id = follow?.id ?? ''
    expect(
      await stage.ask('follow edit', { follow: id, about: 'ferry', exclude: '-', quiet: '-', most: 3 }),
    ).toContain(`New articles about ferry → #${seedIds.news}, as soon as they arrive, at most 3 a day`)
    const mentioning = await stage.ask('follow edit', { follow: id, mention: seedIds.readersRole })
    expect(mentioning).toContain('mentioning')
    expect(await stage.ask('follow edit', { follow: id, clear: 'mention' })).not.toContain('mentioning')
    expect(await stage.ask('follow edit', { follow: id, clear: 'about' })).toContain('Every new article')
    expect(await stage.ask('follow edit', { follow: id, clear: 'quiet', about: 'ferry' })).toContain(
      'New articles about ferry',
    )
    expect(await stage.ask('follow add', { at: '8:00' })).toContain('“at” says when a digest comes')
    expect(await stage.ask('follow edit', { follow: id, at: '25:00' })).toContain('no time of the day')
    expect(await stage.ask('follow edit', { follow: id, quiet: '9 to 5' })).toContain('no hours of the day')
    expect(await stage.ask('follow edit', { follow: id, crosspost: true })).toContain('announcement channel')
    expect(await stage.ask('follow pause', { follow: id })).toContain('Paused')
    expect(await stage.ask('follow list')).toContain('⏸️ New articles about ferry')
    await stage.desk.write('ferry.txt', ferry)
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 1)
    expect(await stage.ask('follow resume', { follow: id })).toContain('Followed again')
    await stage.desk.write('next.txt', { ...ferry, title: 'Ferry sinks' })
    expect(shown([await first(discord, seedIds.news)])).toContain('Ferry sinks')
  })

  it('is named where several match, and says why', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel: seedIds.news, about: 'spring OR bridge' })
    await stage.ask('follow add', { channel: seedIds.news, speaker: 'brandt' })
    await stage.desk.write('bridge.txt', bridge)
    const message = await first(discord, seedIds.news)
    expect(shown([message])).toContain('Followed here: spring OR bridge · speaker brandt')
    const asked = await discord.as(seedIds.member, seedIds.news).press(message, idOf(message, 'Why?'))
    const why = shown(asked.messages)
    expect(why).toContain('“spring” in the text: “Nobody will cross it before spring,”')
    expect(why).toContain('“bridge” in the headline')
    expect(why).toContain('Ilse Brandt says: “Nobody will cross it before spring,”')
    expect(asked.messages.map(({ ephemeral }) => ephemeral)).toEqual([true])
  })

  it('posts into a forum under its title, with a tag that fits, and publishes announcements', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel: seedIds.forum, about: 'bridge' })
    const published = await stage.ask('follow add', { channel: seedIds.announcements, crosspost: true })
    expect(published).toContain('published to the channels that follow it')
    await stage.desk.write('bridge.txt', { ...bridge, publisher: 'World' })
    const posts = () =>
      [...discord.world.channels.values()].filter(({ parentId }) => parentId === seedIds.forum)
    await until(() => posts().length === 1)
    expect(posts()[0]).toMatchObject({ name: bridge.title, thread: { tagIds: [seedIds.forumTag] } })
    expect(shown(discord.messages(posts()[0]?.id ?? ''))).toContain('closes on Friday')
    const flags = () => discord.messages(seedIds.announcements)[0]?.flags ?? 0
    await until(() => (flags() & MessageFlags.Crossposted) !== 0)
  })

  it('finds its forum post again when the answer to it was lost', async () => {
    const stage = await setStage()
    const { discord } = stage
    await using _closing = stage
    await stage.ask('follow add', { channel: seedIds.forum })
    discord.faults.cut(`POST /channels/${seedIds.forum}/threads`, 'after', 1)
    await stage.desk.write('bridge.txt', bridge)
    const state = async () => {
      const [head] = await stage.crier.archive.suggestArticles('Bridge', { kind: 'operator' }, 1)
      return (await stage.crier.archive.deliveriesOf(head?.id ?? ''))[0]?.state
    }
    await until(async () => (await state()) === 'sending' && discord.world.messages.size > 0)
    // What was on its way has arrived by then.
    stage.pass(15_000)
    await until(async () => (await state()) === 'sent')
    const posts = [...discord.world.channels.values()].filter(({ parentId }) => parentId === seedIds.forum)
    expect(posts).toHaveLength(1)
  })
})
