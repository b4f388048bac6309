import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageFlags } from 'discord-api-types/v10'
import { openKeyed } from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { renderText } from '../../src/cli/render-text.ts'
import { systemClock } from '../../src/clock.ts'
import { defaultUsers } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import type { Message as Posted } from '../../src/preview/world.ts'
import { openSettings } from '../../src/queries/server-settings.ts'
import { repeatable } from '../bench/repeatable.ts'
import { directMessagesOf } from './month-servers.ts'
import { type Extent, type Month, makeMonth } from './months.ts'
import type { Message } from './naive-model.ts'
import { createStage, type Stage } from './stage.ts'

/** What a drill gave. */
export interface Outcome {
  /** By channel, in order; a person's direct messages by the name that stands for them. */
  readonly posted: ReadonlyMap<string, readonly Message[]>
  /** What was done to the bot, counted. */
  readonly troubles: Readonly<Record<string, number>>
}

/** How often trouble comes, for each thing that happens. */
const troubleRate = 0.15

/** Lives through a month with a bot that is killed, cut off and refused at random. */
export async function drill(extent: Extent): Promise<Outcome> {
  const month = makeMonth(extent)
  const folder = mkdtempSync(join(tmpdir(), 'crier-drill-'))
  let now = month.begin
  const users = [...defaultUsers, ...month.persons]
  const discord = await startStandIn({ servers: month.servers, users, now: () => now })
  await prepare(month, discord, join(folder, 'crier.db'))
  const setNow = (time: number): void => {
    now = time
  }
  const stage = createStage({ discord, folder, setNow, now: () => now })
  const random = repeatable(extent.seed + 1)
  const troubles: Record<string, number> = {}
  try {
    await stage.begin()
    for (const happening of month.happenings) {
      await stage.passTo(happening.at)
      const kinds = troublesOf(discord, stage)
      const trouble = random() < troubleRate ? kinds[Math.floor(random() * kinds.length)] : undefined
      if (trouble !== undefined) troubles[trouble.name] = (troubles[trouble.name] ?? 0) + 1
      if (happening.kind === 'closed') discord.change.closeDirectMessages(happening.person, true)
      await Promise.all([happening.kind !== 'closed' && stage.take(happening), trouble?.make()])
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

async function prepare(
  { follows, persons, timezones }: Month,
  discord: StandIn,
  path: string,
): Promise<void> {
  const archive = openSqliteArchive(path)
  const settings = openSettings(openKeyed(archive, Date.now).settings)
  const channels = new Map(
    persons.map(({ id }) => [directMessagesOf(id), discord.change.directMessage(id).id]),
  )
  for (const [server, timezone] of timezones) await settings.change(server, { timezone })
  for (const follow of follows)
    await archive.addFollow({ ...follow, channel: channels.get(follow.channel) ?? follow.channel })
  await archive.close()
}

interface Trouble {
  readonly name: string
  readonly make: () => unknown
}

function troublesOf({ faults }: StandIn, stage: Stage): readonly Trouble[] {
  const post = 'POST /channels/:id/messages'
  const forumPost = 'POST /channels/:id/threads'
  const edit = 'PATCH /channels/:id/messages/:id'
  const publish = 'POST /channels/:id/messages/:id/crosspost'
  return [
    { name: 'killed', make: () => systemClock.wait(20).then(stage.kill) },
    { name: 'restarted', make: () => systemClock.wait(5).then(stage.restart) },
    { name: 'rate limited', make: () => faults.rateLimit(post, { retryAfter: 0.2, times: 3 }) },
    { name: 'out of order', make: () => faults.fail(post, 502, 6) },
    { name: 'cut before', make: () => faults.cut(post, 'before', 2) },
    { name: 'cut after', make: () => faults.cut(post, 'after', 2) },
    { name: 'forum cut after', make: () => faults.cut(forumPost, 'after', 1) },
    { name: 'edit cut', make: () => faults.cut(edit, 'after', 1) },
    { name: 'publishing limited', make: () => faults.rateLimit(publish, { retryAfter: 0.3 }) },
    { name: 'publishing cut', make: () => faults.cut(publish, 'after', 1) },
    { name: 'gateway lost', make: () => faults.dropGateway({ resumable: true }) },
  ]
}

function postedIn(discord: StandIn, { servers, persons }: Month): ReadonlyMap<string, readonly Message[]> {
  const channels = [
    ...servers.flatMap((server) => server.channels.map(({ id }): readonly [string, string] => [id, id])),
    ...persons.map(({ id }) => [directMessagesOf(id), discord.change.directMessage(id).id] as const),
  ]
  return new Map(
    channels
      .map(
        ([name, id]) => [name, [...discord.messages(id), ...forumPosts(discord, id)].map(toMessage)] as const,
      )
      .filter(([, messages]) => messages.length > 0),
  )
}

/** The first messages of a forum's posts, in the order in which they were posted. */
function forumPosts({ world, messages }: StandIn, forum: string): readonly Posted[] {
  if (world.channels.get(forum)?.tags.length === 0) return []
  return [...world.channels.values()]
    .filter(({ parentId }) => parentId === forum)
    .toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
    .flatMap(({ id }) => messages(id))
}

function toMessage({ components, flags }: Posted): Message {
  const text = renderText(components)
  return {
    marks: marksIn(text),
    articles: Number(/Digest: (\d+) articles/.exec(text)?.[1] ?? 1),
    ...((flags & MessageFlags.Crossposted) !== 0 && { isPublished: true }),
  }
}

/** What became of an article stands behind its mark, which stands in its headline and may stand in the publisher's name. */
function marksIn(text: string): readonly string[] {
  const states = new Map<string, string>()
  let last = ''
  for (const [word] of text.matchAll(/N\d{6}|\b(?:corrected|withdrawn)\b/g)) {
    if (!word.startsWith('N')) states.set(last, `${last} ${word}`)
    else {
      last = word
      if (!states.has(word)) states.set(word, word)
    }
  }
  return [...states.values()].toSorted()
}
