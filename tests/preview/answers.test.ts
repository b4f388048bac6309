import { type Client, type Interaction, MessageFlags } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { answerNext, registerCommands } from './asking.ts'
import { type Stage, startStage } from './bot.ts'
import { call, problemsIn } from './call.ts'

let stage: Stage
let standIn: StandIn
let client: Client<true>
beforeEach(async () => {
  stage = await startStage()
  ;({ standIn, client } = stage)
  await registerCommands(client)
})
afterEach(async () => {
  await stage[Symbol.asyncDispose]()
})

const member = () => standIn.as(seedIds.member)

it.each([
  [
    'other flags on a deferral',
    { type: 5, data: { flags: 1 << 15 } },
    ['data.flags DEFERRED_RESPONSE_INVALID_FLAGS'],
  ],
  ['an update of no message', { type: 7, data: { content: 'a' } }, ['type BASE_TYPE_CHOICES']],
  ['choices where nothing is typed', { type: 8, data: { choices: [] } }, ['type BASE_TYPE_CHOICES']],
  ['a message without data', { type: 4 }, ['data BASE_TYPE_REQUIRED']],
  [
    'too long a title of a modal',
    { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [] } },
    ['data.title', 'data.components'],
  ],
])('refuses %s as the answer to a command', async (_what, body, problems) => {
  const done = answerNext(client, async ({ id, token }) => {
    const refused = await call(standIn, `POST /interactions/${id}/${token}/callback`, body)
    await call(standIn, `POST /interactions/${id}/${token}/callback`, { type: 4, data: { content: 'a' } })
    return expect([refused.body.code, problemsIn(refused)]).toEqual([
      50035,
      problems.map((one) => expect.stringContaining(one)),
    ])
  })
  await member().command('ask')
  await done
})

it('completes options, and refuses more than 25 choices', async () => {
  const done = answerNext(client, async (interaction: Interaction) => {
    if (!interaction.isAutocomplete()) throw new Error('no autocomplete')
    const typed = interaction.options.getFocused(true)
    await interaction.respond([{ name: `${typed.name} ${typed.value}`, value: 'ships' }])
  })
  const outcome = await member().autocomplete('ask', { word: 'sh' }, 'word')
  await done
  expect(outcome.choices).toEqual([{ name: 'word sh', value: 'ships' }])
  const refused = answerNext(client, async ({ id, token }) => {
    const choices = Array.from({ length: 26 }, () => ({ name: 'a', value: 'a' }))
    const path = `POST /interactions/${id}/${token}/callback`
    expect((await call(standIn, path, { type: 8, data: { choices } })).body.code).toBe(50035)
    await call(standIn, path, { type: 8, data: { choices: [] } })
  })
  await member().autocomplete('ask', {}, 'word')
  await refused
  await expect(member().autocomplete('ask', {}, 'count')).rejects.toThrow(
    'Option "count" of /ask completes nothing',
  )
})

it('gives a message’s content to its menu command, also where only the person installed the application', async () => {
  standIn.post(seedIds.general, seedIds.admin, 'read https://example.org')
  standIn.change.installApp(seedIds.member, true)
  standIn.change.removeBot(seedIds.newsroom)
  const done = answerNext(client, async (interaction: Interaction) => {
    if (!interaction.isMessageContextMenuCommand()) throw new Error('no menu command')
    const owners = JSON.stringify(interaction.authorizingIntegrationOwners)
    await interaction.reply({
      content: `${interaction.targetMessage.content} ${owners}`,
      flags: MessageFlags.Ephemeral,
    })
  })
  const [target] = standIn.messages(seedIds.general)
  const outcome = await member().messageCommand('Summarize', target?.id ?? '')
  await done
  expect(outcome.messages[0]).toMatchObject({
    ephemeral: true,
    content: expect.stringContaining('read https://example.org'),
  })
  expect(outcome.messages[0]?.content).not.toContain(seedIds.newsroom)
  await expect(member().command('ask')).rejects.toThrow('not installed there')
})

it('works in direct messages', async () => {
  const done = answerNext(client, async (interaction) =>
    interaction.reply(`${interaction.inGuild()} ${interaction.user.username}`),
  )
  const outcome = await standIn.as(seedIds.member, 'DM').command('ask')
  await done
  expect(outcome.messages[0]?.content).toBe('false mira')
})

it('shows a bot its own first answer, and lets it change and remove that', async () => {
  const done = answerNext(client, async (interaction) => {
    const { resource } = await interaction.reply({ content: 'one', withResponse: true })
    await interaction.editReply('two')
    expect(await interaction.fetchReply()).toMatchObject({ id: resource?.message?.id, content: 'two' })
    await interaction.followUp('three')
    await interaction.deleteReply()
  })
  const outcome = await member().command('ask')
  await done
  expect(outcome.messages.map(({ content }) => content)).toEqual(['three'])
  expect(standIn.violations).toEqual([])
})

it('leaves @original the message of the button when follow-ups come before its change', async () => {
  const shown = answerNext(client, (interaction) =>
    interaction.reply({
      content: 'a',
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'b', custom_id: 'b' }] }],
    }),
  )
  const { messages } = await member().command('ask')
  await shown
  const pressed = answerNext(client, async (interaction: Interaction) => {
    if (!interaction.isButton()) return
    await interaction.deferUpdate()
    await interaction.followUp({ content: 'aside', flags: MessageFlags.Ephemeral })
    await interaction.editReply({ content: 'changed', components: [] })
  })
  const outcome = await member().press(messages[0]?.id ?? '', 'b')
  await pressed
  expect(outcome.updated?.content).toBe('changed')
  expect(outcome.messages.map(({ content }) => content)).toEqual(['aside'])
})

it('takes five follow-ups where only the person installed the application', async () => {
  standIn.change.installApp(seedIds.member, true)
  standIn.change.removeBot(seedIds.newsroom)
  const target = standIn.post(seedIds.general, seedIds.admin, 'news')
  const done = answerNext(client, async (interaction: Interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return
    await interaction.reply('answer')
    for (const content of ['1', '2', '3', '4', '5']) await interaction.followUp(content)
    await interaction.followUp('6')
  })
  await Promise.all([
    member().messageCommand('Summarize', target),
    expect(done).rejects.toMatchObject({ code: 40094 }),
  ])
})
