import { describe, expect, it } from 'vitest'
import type { Follow } from '../../src/archive/follows.ts'
import { seedIds } from '../../src/preview/seed.ts'
import {
  type Desk,
  type Discord,
  forwardClock,
  makeDesk,
  shown,
  soonMs,
  startCrier,
  startDiscord,
  type TestArticle,
  until,
} from './harness.ts'

const agencyText = [
  'The old bridge over the Morrow collapsed on Friday morning after two days of rain, and nobody was hurt, the council of Tarn Haven said.',
  'Engineer Ada Quell had closed the bridge an hour before. “It groaned like a ship,” she said of the 140 metres of iron.',
  'Buses take the road by Harrow until a ferry is found. The bridge was built in 1903 and was to be painted in May.',
]
const bridge: TestArticle = {
  publisher: 'Meridian Wire',
  title: 'Bridge over the Morrow collapses after rain',
  body: agencyText,
}
const copy: TestArticle = {
  publisher: 'Lakeside Daily',
  title: 'Morrow bridge falls down',
  body: agencyText.slice(0, 2),
}
const report: TestArticle = {
  publisher: 'Tarn Haven Ledger',
  title: 'How the Morrow bridge came down',
  body: [
    'At seven on Friday the council’s engineer Ada Quell put a barrier across the bridge over the Morrow. At eight the bridge was gone.',
    'The collapse, after heavy rain, hurt nobody in Tarn Haven. Buses drive by Harrow. The iron bridge of 1903 was 140 metres long.',
  ],
}
const festival: TestArticle = {
  publisher: 'Tarn Haven Ledger',
  title: 'Lantern festival draws a record crowd',
  body: [
    'Ships with paper lanterns left the harbour at dusk while forty thousand visitors watched from the pier.',
  ],
}

const everything: Follow = {
  id: 'f1',
  owner: seedIds.newsroom,
  channel: seedIds.news,
  createdBy: seedIds.admin,
  createdAt: 0,
}

function texts(discord: Discord): readonly string[] {
  return discord.messages(seedIds.news).map((message) => shown([message]))
}

/** Writes the first article and waits until it is posted. */
async function postBridge(discord: Discord, desk: Desk): Promise<void> {
  await desk.write('bridge.txt', bridge)
  await discord.waitForMessage(seedIds.news, (message) => shown([message]).includes('collapses'), soonMs)
}

describe.concurrent('a story that others tell too', () => {
  it('is posted once; its message names who prints it and who reports it', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const { clock, forward } = forwardClock()
    await using crier = await startCrier(discord, desk, { clock })
    await crier.archive.addFollow(everything)
    await postBridge(discord, desk)
    await desk.write('copy.txt', copy)
    await until(() => texts(discord).some((text) => text.includes('Same text in Lakeside Daily')))
    await desk.write('report.txt', report)
    // The next edit of the same message waits for a minute.
    await until(async () => (await crier.archive.size({ kind: 'operator' })).articles === 3)
    expect(texts(discord).join()).not.toContain('Tarn Haven Ledger')
    forward(61_000)
    await until(() => texts(discord).some((text) => text.includes('Also reported by Tarn Haven Ledger')))
    await desk.write('festival.txt', festival)
    await discord.waitForMessage(seedIds.news, (message) => shown([message]).includes('Lantern'), soonMs)
    expect(texts(discord).map((text) => text.split('\n')[0])).toEqual([bridge.title, festival.title])
    expect(discord.messages(seedIds.news)[0]?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] })
  })

  it('stands once in /latest, by its best article', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('bridge.txt', bridge)
    await desk.write('copy.txt', copy)
    await desk.write('festival.txt', festival)
    await using _ = await startCrier(discord, desk)
    const answer = shown((await discord.as(seedIds.member).command('latest')).messages)
    expect(answer.match(/Bridge over|Morrow bridge/g)).toEqual(['Bridge over'])
    expect(answer).toContain('Same text in Lakeside Daily')
    expect(answer).toContain('Lantern festival')
  })

  it('is edited after the bot was down', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    {
      await using crier = await startCrier(discord, desk)
      await crier.archive.addFollow(everything)
      await postBridge(discord, desk)
      await until(async () => (await crier.archive.deliveryCounts()).sending === 0)
    }
    await desk.write('report.txt', report)
    await using _ = await startCrier(discord, desk)
    await until(() => texts(discord).some((text) => text.includes('Also reported by Tarn Haven Ledger')))
    expect(texts(discord)).toHaveLength(1)
  })

  it.each([
    ['cut before it was done', 'before'],
    ['cut after it was done', 'after'],
  ] as const)('is edited although the request was %s', async (_, when) => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const { clock, forward } = forwardClock()
    await using crier = await startCrier(discord, desk, { clock })
    await crier.archive.addFollow(everything)
    await postBridge(discord, desk)
    await until(async () => (await crier.archive.deliveryCounts()).sending === 0)
    const [message] = discord.messages(seedIds.news)
    discord.faults.cut(`PATCH /channels/${seedIds.news}/messages/${message?.id}`, when, 2)
    await desk.write('report.txt', report)
    await until(() => {
      // A minute passes at each look.
      forward(60_000)
      return texts(discord).some((text) => text.includes('Also reported by'))
    })
    expect(texts(discord)).toHaveLength(1)
  })

  it('stays deleted where somebody deleted its message, and holds up nothing', async () => {
    await using discord = await startDiscord({ refusing: [10_008] })
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    await crier.archive.addFollow(everything)
    await postBridge(discord, desk)
    await until(async () => (await crier.archive.deliveryCounts()).sending === 0)
    discord.change.deleteMessage(discord.messages(seedIds.news)[0]?.id ?? '')
    await desk.write('report.txt', report)
    await until(async () => {
      const [head] = await crier.archive.suggestArticles('collapses', { kind: 'operator' }, 1)
      return (await crier.archive.deliveriesOf(head?.id ?? ''))[0]?.error?.includes('10008') === true
    })
    await desk.write('festival.txt', festival)
    await discord.waitForMessage(seedIds.news, (message) => shown([message]).includes('Lantern'), soonMs)
    expect(texts(discord)).toHaveLength(1)
    expect((await crier.archive.follows())[0]?.paused).toBeUndefined()
  })
})
