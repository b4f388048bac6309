import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyed } from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { renderText } from '../../src/cli/render-text.ts'
import { systemClock } from '../../src/clock.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { openSettings } from '../../src/queries/server-settings.ts'
import { repeatable } from '../bench/repeatable.ts'
import type { Done, Order } from './bot-process.ts'
import { type Extent, type MadeUpArticle, type Month, makeMonth } from './months.ts'
import type { Message } from './naive-model.ts'

/** What a drill gave. */
export interface Outcome {
  /** By channel, in order. */
  readonly posted: ReadonlyMap<string, readonly Message[]>
  /** What was done to the bot, counted. */
  readonly troubles: Readonly<Record<string, number>>
}

/** How often trouble comes, for each article. */
const troubleRate = 0.15
const minuteMs = 60_000
/** Longest time that a step may take by the machine's clock. */
const stepMs = 30_000
/** How long work may go on before time passes on, and the longest wait at the end. */
const settleMs = 400
const maxSettles = 400

/** Lives through a month with a bot that is killed, cut off and refused at random. */
export async function drill(extent: Extent): Promise<Outcome> {
  const month = makeMonth(extent)
  const folder = mkdtempSync(join(tmpdir(), 'crier-drill-'))
  let now = month.begin
  const discord = await startStandIn({ servers: month.servers, now: () => now })
  await prepare(month, join(folder, 'crier.db'))
  const stage = createStage({
    discord,
    folder,
    setNow: (time) => {
      now = time
    },
    now: () => now,
  })
  const random = repeatable(extent.seed + 1)
  const troubles: Record<string, number> = {}
  try {
    await stage.begin()
    for (const article of month.articles) {
      await stage.passTo(article.at)
      const trouble =
        random() < troubleRate ? troublesOf(discord, stage)[Math.floor(random() * kinds)] : undefined
      if (trouble !== undefined) troubles[trouble.name] = (troubles[trouble.name] ?? 0) + 1
      await Promise.all([stage.take(article), trouble?.make()])
    }
    await stage.passTo(month.end)
    await stage.drain()
  } finally {
    await stage.end()
    await discord.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { posted: postedIn(discord, month), troubles }
}

async function prepare({ follows, timezones }: Month, path: string): Promise<void> {
  const archive = openSqliteArchive(path)
  const settings = openSettings(openKeyed(archive, Date.now).settings)
  for (const [server, timezone] of timezones) await settings.change(server, { timezone })
  for (const follow of follows) await archive.addFollow(follow)
  await archive.close()
}

interface Stage {
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Lets time pass up to a moment, from one due post to the next. */
  readonly passTo: (at: number) => Promise<void>
  /** An article comes; again, if the bot is killed before it said that it has it. */
  readonly take: (article: MadeUpArticle) => Promise<void>
  /** Until nothing is due any more. */
  readonly drain: () => Promise<void>
}

interface StageParts {
  readonly discord: StandIn
  readonly folder: string
  readonly now: () => number
  readonly setNow: (at: number) => void
}

function createStage({ discord, folder, now, setNow }: StageParts): Stage {
  let child: ChildProcess | undefined
  let lifting: Promise<void> = Promise.resolve()

  async function begin(): Promise<void> {
    const script = join(import.meta.dirname, 'bot-process.ts')
    const started = fork(script, [folder, discord.apiUrl, discord.token, String(now())], { execArgv: [] })
    await answerOf(started)
    child = started
  }

  async function kill(): Promise<void> {
    const dying = child
    child = undefined
    if (dying !== undefined && dying.exitCode === null && dying.signalCode === null) {
      dying.kill('SIGKILL')
      await once(dying, 'exit')
    }
    lifting = begin()
    await lifting
  }

  /** Undefined where the bot was killed meanwhile. */
  async function tell(order: Order): Promise<Done | undefined> {
    await lifting
    const told = child
    if (told === undefined) return undefined
    const answer = answerOf(told)
    told.send(order, () => undefined)
    return answer.catch(() => undefined)
  }

  async function tellUntilDone(order: Order): Promise<Done> {
    for (;;) {
      const done = await tell(order)
      if (done !== undefined) return done
      await systemClock.wait(10)
    }
  }

  /** Gives the bot time by the machine's clock until nothing is due. @returns when something will be. */
  async function settle(): Promise<number | undefined> {
    const end = Date.now() + settleMs
    for (;;) {
      const { nextDueAt } = await tellUntilDone({ kind: 'time', now: now() })
      if (nextDueAt === undefined || nextDueAt > now() || Date.now() > end) return nextDueAt
      await systemClock.wait(5)
    }
  }

  async function passTo(at: number): Promise<void> {
    for (;;) {
      const due = await settle()
      if (due === undefined || due > at) break
      setNow(Math.min(at, Math.max(due, now() + minuteMs)))
    }
    setNow(Math.max(at, now()))
    await tellUntilDone({ kind: 'time', now: now() })
  }

  return {
    begin,
    kill,
    restart: async () => {
      const ending = child
      if (ending === undefined) return
      child = undefined
      const ended = once(ending, 'exit')
      ending.send({ kind: 'end' } satisfies Order)
      await ended
      lifting = begin()
      await lifting
    },
    passTo,
    take: async (article) => void (await tellUntilDone({ kind: 'article', article })),
    drain: async () => {
      const end = now()
      for (let round = 0; round < maxSettles; round += 1) {
        const due = await settle()
        if (due === undefined || due > end + round * minuteMs) return
        setNow(now() + minuteMs)
      }
    },
    end: async () => {
      await lifting.catch(() => undefined)
      child?.kill('SIGKILL')
    },
  }
}

function answerOf(child: ChildProcess): Promise<Done> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(), stepMs)
    const fail = (): void => {
      settle()
      reject(new Error('The bot’s process has ended, or does not answer'))
    }
    const done = (answer: unknown): void => {
      settle()
      resolve(answer as Done)
    }
    const settle = (): void => {
      clearTimeout(timer)
      child.off('message', done)
      child.off('exit', fail)
    }
    child.once('message', done)
    child.once('exit', fail)
  })
}

/** How many kinds of trouble there are. */
const kinds = 7

function troublesOf(
  { faults }: StandIn,
  stage: Stage,
): readonly { readonly name: string; readonly make: () => unknown }[] {
  const route = 'POST /channels/:id/messages'
  return [
    { name: 'killed', make: () => systemClock.wait(20).then(stage.kill) },
    { name: 'restarted', make: () => systemClock.wait(5).then(stage.restart) },
    { name: 'rate limited', make: () => faults.rateLimit(route, { retryAfter: 0.2, times: 3 }) },
    { name: 'out of order', make: () => faults.fail(route, 502, 6) },
    { name: 'cut before', make: () => faults.cut(route, 'before', 2) },
    { name: 'cut after', make: () => faults.cut(route, 'after', 2) },
    { name: 'gateway lost', make: () => faults.dropGateway({ resumable: true }) },
  ]
}

function postedIn(discord: StandIn, { servers }: Month): ReadonlyMap<string, readonly Message[]> {
  const channels = servers.flatMap((server) => server.channels.map(({ id }) => id))
  return new Map(
    channels
      .map((channel) => [channel, discord.messages(channel).map(marksIn)] as const)
      .filter(([, messages]) => messages.length > 0),
  )
}

/** The marks of a message's articles; of a digest those of its first page, and how many more there are. */
function marksIn({ components }: { readonly components: readonly unknown[] }): Message {
  const text = renderText(components)
  const marks = [...new Set(text.match(/N\d{6}/g))]
  const total = Number(/Digest: (\d+) articles/.exec(text)?.[1] ?? 1)
  return total > marks.length ? [...marks, `and ${total - marks.length} more`] : marks
}

/** A message of the model as `drill` tells of it. */
export function asShown(message: Message): Message {
  const firstPage = 10
  return message.length <= firstPage
    ? message
    : [...message.slice(0, firstPage), `and ${message.length - firstPage} more`]
}
