import { type Client, MessageFlags } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { answerNext, registerCommands } from './asking.ts'
import { type Stage, startStage } from './bot.ts'
import { call } from './call.ts'

const startMs = Date.UTC(2026, 0, 1)
let nowMs = startMs
let stage: Stage
let standIn: StandIn
let client: Client<true>
beforeEach(async () => {
  nowMs = startMs
  stage = await startStage({ now: () => nowMs })
  ;({ standIn, client } = stage)
  await registerCommands(client)
})
afterEach(async () => {
  await stage[Symbol.asyncDispose]()
})

const member = () => standIn.as(seedIds.member)

it('types options as the command declares them and resolves what ids stand for', async () => {
  const done = answerNext(client, async (interaction) => {
    const { options } = interaction
    const file = options.getAttachment('file', true)
    await interaction.reply(
      [
        options.getString('word'),
        options.getInteger('count'),
        options.getChannel('where', true).id,
        options.getRole('whom', true).name,
        `${file.name} ${await (await fetch(file.url)).text()}`,
        interaction.locale,
        interaction.guildLocale,
        interaction.context,
        interaction.memberPermissions?.has('SendMessages'),
        interaction.appPermissions.has('SendMessages'),
      ].join(' '),
    )
  })
  const outcome = await member().command('ask', {
    word: 'ships',
    count: 2,
    where: seedIds.news,
    whom: seedIds.readersRole,
    file: { filename: 'feeds.opml', data: '<opml/>' },
  })
  await done
  expect(outcome.messages.map(({ content }) => content)).toEqual([
    `ships 2 ${seedIds.news} Readers feeds.opml <opml/> en-US en-US 0 true true`,
  ])
  expect(outcome).toMatchObject({ deferred: false, acknowledgedAfterMs: 0 })
  expect(standIn.violations).toEqual([])
})

it.each([
  [
    'an unknown option',
    { colour: 'red' },
    'Unknown option "colour"; there are: word, count, kind, where, whom, file',
  ],
  ['a fraction', { count: 1.5 }, 'Option "count" takes a whole number, not 1.5'],
  ['too much', { count: 4 }, 'Option "count" takes 3 at most, not 4'],
  ['too long a text', { word: 'lighthouse' }, 'Option "word" takes 9 at most, not "lighthouse"'],
  [
    'far too long a text',
    { word: 'x'.repeat(7000) },
    `Option "word" takes 9 at most, not "${'x'.repeat(60)}…" (7000 characters)`,
  ],
  ['what is no choice', { kind: 'b' }, 'Option "kind" takes one of a, not "b"'],
  [
    'a channel elsewhere',
    { where: seedIds.elsewhereNews },
    `Where #general is, nothing among the channels has the name or id ${seedIds.elsewhereNews}`,
  ],
])('does not send %s', async (_what, options, message) => {
  await expect(member().command('ask', options)).rejects.toThrow(new Error(message))
})

it('shows members no command that needs a permission, and nobody one that is not for the place', async () => {
  const names = (userId: string, channelId?: string) =>
    standIn
      .as(userId, channelId)
      .commands()
      .map(({ name }) => name)
  expect(names(seedIds.member)).toEqual(['ask', 'Summarize'])
  expect(names(seedIds.admin)).toEqual(['ask', 'follow', 'Summarize'])
  expect(names(seedIds.admin, 'DM')).toEqual(['ask', 'Summarize'])
  await expect(member().command('follow add')).rejects.toThrow('Discord shows mira no /follow in #general')
  await expect(standIn.as(seedIds.admin, 'DM').command('follow add')).rejects.toThrow(
    'not offered in such a place',
  )
  await expect(member().command('nothing')).rejects.toThrow(
    'There is no command /nothing; there are: ask, follow',
  )
  const done = answerNext(client, async (interaction) =>
    interaction.reply(interaction.options.getSubcommand()),
  )
  const outcome = await standIn.as(seedIds.admin).command('follow add')
  await done
  expect(outcome.messages[0]?.content).toBe('add')
})

it('refuses an acknowledgement after three seconds, and tells the person so', async () => {
  const late = answerNext(client, async (interaction) => {
    nowMs += 3001
    await interaction.deferReply()
  })
  const [outcome] = await Promise.all([
    member().command('ask'),
    expect(late).rejects.toMatchObject({ code: 10062 }),
  ])
  expect(outcome.failure).toBe('The application did not respond')
})

it('gives up after three seconds of silence', async () => {
  const outcome = await member().command('ask')
  expect(outcome).toMatchObject({ failure: 'The application did not respond', messages: [] })
  expect(outcome.acknowledgedAfterMs).toBeUndefined()
})

it('refuses a second acknowledgement, and one of an unknown interaction', async () => {
  const done = answerNext(client, async (interaction) => {
    const path = `POST /interactions/${interaction.id}/${interaction.token}/callback`
    const body = { type: 4, data: { content: 'one' } }
    return [
      (await call(standIn, path, body)).status,
      (await call(standIn, path, body)).body.code,
      (await call(standIn, path.replace(interaction.id, seedIds.general), body)).body.code,
    ]
  })
  const codes = Promise.withResolvers<unknown>()
  void done.then(codes.resolve, codes.reject)
  await member().command('ask')
  await codes.promise
  expect(standIn.violations.map(({ code }) => code)).toEqual([40060, 10062])
})

it('refuses follow-ups before the acknowledgement and after the token’s fifteen minutes', async () => {
  let hook = ''
  const done = answerNext(client, async (interaction) => {
    hook = `/webhooks/${interaction.applicationId}/${interaction.token}`
    expect((await call(standIn, `POST ${hook}`, { content: 'a' })).body.code).toBe(10015)
    await interaction.deferReply()
    await interaction.editReply('done')
  })
  await member().command('ask')
  await done
  expect((await call(standIn, `PATCH ${hook}/messages/@original`, { content: 'better' })).status).toBe(200)
  nowMs += 15 * 60_000 + 1
  expect((await call(standIn, `PATCH ${hook}/messages/@original`, { content: 'late' })).body.code).toBe(50027)
})

it('takes the first follow-up after a deferral for the deferred message, as private as the deferral', async () => {
  const done = answerNext(client, async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.followUp('first')
    await interaction.followUp('second')
  })
  const outcome = await member().command('ask')
  await done
  expect(outcome.messages.map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
    ['first', true],
    ['second', false],
  ])
  expect(standIn.messages(seedIds.general).map(({ content }) => content)).toEqual(['second'])
})

it('shows a deferred message as thinking, and calls people when it is filled', async () => {
  const seen: number[] = []
  standIn.on('message', ({ flags }) => seen.push(flags))
  const done = answerNext(client, async (interaction) => {
    await interaction.deferReply()
    await interaction.editReply({
      content: `<@${seedIds.admin}>`,
      allowedMentions: { users: [seedIds.admin] },
    })
  })
  const outcome = await member().command('ask')
  await done
  expect(seen).toEqual([MessageFlags.Loading])
  expect(outcome.messages).toMatchObject([{ flags: 0, pings: { userIds: [seedIds.admin] } }])
  expect(outcome.messages[0]?.editedAt).toBeUndefined()
})
