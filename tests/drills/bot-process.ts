import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { StorySignature } from '../../src/article.ts'
import { systemClock } from '../../src/clock.ts'
import { understand } from '../../src/newsroom/reading.ts'
import { articleId, takeArticle } from '../../src/newsroom/take.ts'
import { start } from '../../src/start/start.ts'
import { type MadeUpArticle, textOf } from './months.ts'

/** What the bot's process is told: the time, what happens to an article, or that it shall end. Each is answered once it is done. */
export type Order =
  | { readonly kind: 'time'; readonly now: number }
  | {
      readonly kind: 'told' | 'corrected' | 'withdrawn'
      readonly at: number
      readonly article: MadeUpArticle
    }
  | { readonly kind: 'end' }

/** The answer: earliest moment at which anything of the outbox is due, absent where it is empty. */
export interface Done {
  readonly nextDueAt?: number
}

const [folder = '', apiUrl = '', token = '', begin = '0'] = process.argv.slice(2)
let now = Number(begin)
const waiting = new Set<{ readonly until: number; readonly wake: () => void }>()
/** Goes when it is told the time; waits also end after as long by the machine's clock. */
const clock = {
  now: () => now,
  wait: async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    const told = new AbortController()
    const waiter = { until: now + milliseconds, wake: () => told.abort() }
    waiting.add(waiter)
    await systemClock.wait(
      milliseconds,
      AbortSignal.any([told.signal, ...(signal === undefined ? [] : [signal])]),
    )
    waiting.delete(waiter)
  },
}

const articles = join(folder, 'articles')
mkdirSync(articles, { recursive: true })
const crier = await start({
  config: {
    ARTICLES_DIR: articles,
    FEEDS_FILE: join(folder, 'feeds.opml'),
    POLL_MINUTES: 15,
    RETENTION_DAYS: 0,
    ALLOW_PRIVATE_HOSTS: [],
    FETCHES_PER_MINUTE: { member: 5, server: 30 },
    CONTACT_URL: undefined,
    DISCORD_API_URL: apiUrl,
    DISCORD_GUILD_ID: undefined,
    SHARDS: 'auto',
  },
  token,
  database: join(folder, 'crier.db'),
  clock,
  signal: new AbortController().signal,
  log: pino({ level: process.env.CRIER_TEST_LOG ?? 'silent' }, pino.destination(2)),
})

async function obey(order: Order): Promise<void> {
  if (order.kind === 'time') {
    now = order.now
    for (const { until, wake } of waiting) if (until <= now) wake()
  } else if (order.kind === 'withdrawn') {
    await crier.archive.withdraw(order.article.mark, order.at)
    crier.onArticle()
  } else if (order.kind !== 'end') {
    await takeArticle(crier.archive, arrivalOf(order.article, order.kind === 'corrected'), order.at)
    crier.onArticle()
  } else {
    await crier.close()
    process.disconnect?.()
    return
  }
  await answer()
}

async function answer(): Promise<void> {
  const nextDueAt = await crier.archive.nextDueAt()
  process.send?.({ ...(nextDueAt !== undefined && { nextDueAt }) } satisfies Done)
}

/** Finds no others and is found by none. */
const alone = { wording: [], terms: [], particulars: [], keys: [] }
/** Keys of one event: enough to be found by. */
const keysOfEvent = 8

function arrivalOf(article: MadeUpArticle, isCorrected: boolean) {
  const { mark, event } = article
  const reading = understand({
    title: `${mark} news of the day${isCorrected ? ', put right' : ''}`,
    publisher: event === undefined ? 'The Drill' : `Daily ${mark}`,
    language: 'en',
    text: textOf(article),
  })
  // Made-up articles are so much alike that they would be one story, which is told once.
  const story = event === undefined ? alone : storyOf(event)
  return { id: articleId(mark), reading: { ...reading, story }, origin: { key: mark }, announce: true }
}

function storyOf(event: number): StorySignature {
  const keys = Array.from({ length: keysOfEvent }, (_, index) => event * keysOfEvent + index)
  return { ...alone, terms: [[`event ${event}`, 1]], keys }
}

process.on('message', (order: Order) => void obey(order))
await answer()
