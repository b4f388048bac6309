import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ContainerBuilder,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { type Stage, startStage } from './bot.ts'
import { call, problemsIn } from './call.ts'

const startMs = Date.UTC(2026, 0, 1)
let nowMs = startMs
let stage: Stage
let standIn: StandIn
let client: Client<true>
beforeEach(async () => {
  nowMs = startMs
  stage = await startStage({ now: () => nowMs })
  ;({ standIn, client } = stage)
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [
        { name: 'word', description: 'A word', type: OptionType.String, autocomplete: true, maxLength: 9 },
        { name: 'count', description: 'How many', type: OptionType.Integer, minValue: 1, maxValue: 3 },
        { name: 'kind', description: 'Which', type: OptionType.String, choices: [{ name: 'A', value: 'a' }] },
        { name: 'where', description: 'Where', type: OptionType.Channel },
        { name: 'whom', description: 'Whom', type: OptionType.Role },
        { name: 'file', description: 'What', type: OptionType.Attachment },
      ],
    },
    {
      name: 'follow',
      description: 'Follows',
      defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
      contexts: [0],
      options: [{ name: 'add', description: 'Adds', type: OptionType.Subcommand, options: [] }],
    },
    {
      name: 'Summarize',
      type: ApplicationCommandType.Message,
      integrationTypes: [0, 1],
      contexts: [0, 1, 2],
    },
  ])
})
afterEach(async () => {
  await stage[Symbol.asyncDispose]()
})

/** Answers the next interaction with a function; its failure fails the test by the outcome. */
function answer<Kind extends Interaction = ChatInputCommandInteraction>(
  act: (interaction: Kind) => Promise<unknown>,
) {
  const done = Promise.withResolvers<void>()
  client.once(Events.InteractionCreate, (interaction) => {
    act(interaction as Kind).then(() => done.resolve(), done.reject)
  })
  return done.promise
}

const member = () => standIn.as(seedIds.member)

it('types options as the command declares them and resolves what ids stand for', async () => {
  const done = answer(async (interaction) => {
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
  ['what is no choice', { kind: 'b' }, 'Option "kind" takes one of a, not "b"'],
  [
    'a channel elsewhere',
    { where: seedIds.elsewhereNews },
    `There is nothing among channels with the id ${seedIds.elsewhereNews} where #general is`,
  ],
])('does not send %s', async (_what, options, message) => {
  await expect(member().command('ask', options)).rejects.toThrow(new Error(message))
})

it('shows members no command that needs a permission, and nobody one that is not for the place', async () => {
  await expect(member().command('follow add')).rejects.toThrow('Discord shows mira no /follow in #general')
  await expect(standIn.as(seedIds.admin, 'DM').command('follow add')).rejects.toThrow(
    'not offered in such a place',
  )
  await expect(member().command('nothing')).rejects.toThrow(
    'There is no command /nothing; there are: ask, follow',
  )
  const done = answer(async (interaction) => interaction.reply(interaction.options.getSubcommand()))
  const outcome = await standIn.as(seedIds.admin).command('follow add')
  await done
  expect(outcome.messages[0]?.content).toBe('add')
})

it('refuses an acknowledgement after three seconds, and tells the person so', async () => {
  const late = answer(async (interaction) => {
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
  const done = answer(async (interaction) => {
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
  const done = answer(async (interaction) => {
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
  const done = answer(async (interaction) => {
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
  const done = answer(async (interaction) => {
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
  const done = answer(async ({ id, token }) => {
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
  const done = answer(async (interaction: Interaction) => {
    if (!interaction.isAutocomplete()) throw new Error('no autocomplete')
    const typed = interaction.options.getFocused(true)
    await interaction.respond([{ name: `${typed.name} ${typed.value}`, value: 'ships' }])
  })
  const outcome = await member().autocomplete('ask', { word: 'sh' }, 'word')
  await done
  expect(outcome.choices).toEqual([{ name: 'word sh', value: 'ships' }])
  const refused = answer(async ({ id, token }) => {
    const choices = Array.from({ length: 26 }, () => ({ name: '', value: 'a' }))
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

/** A card with a button, a disabled one, and two selects. */
const card = () =>
  new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('a card'))
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
        new ButtonBuilder()
          .setCustomId('off')
          .setLabel('Off')
          .setStyle(ButtonStyle.Primary)
          .setDisabled(true),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('pick')
          .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(
        new RoleSelectMenuBuilder().setCustomId('role'),
      ),
    )

async function showCard(flags: MessageFlags.Ephemeral | 0 = 0) {
  const done = answer((interaction) =>
    interaction.reply({ components: [card()], flags: MessageFlags.IsComponentsV2 | flags }),
  )
  const { messages } = await member().command('ask')
  await done
  if (messages[0] === undefined) throw new Error('no card')
  return messages[0]
}

it('lets a button change its message, and defer the change', async () => {
  const message = await showCard()
  const changed = answer(async (interaction: Interaction) => {
    if (interaction.isButton())
      await interaction.update({ components: [new TextDisplayBuilder().setContent('changed')] })
  })
  const outcome = await member().press(message, 'more')
  await changed
  expect(outcome.updated?.components).toMatchObject([{ content: 'changed' }])
  expect(outcome.messages).toEqual([])
  const other = await showCard()
  const deferred = answer(async (interaction: Interaction) => {
    if (!interaction.isButton()) return
    await interaction.deferUpdate()
    await interaction.editReply({ components: [new TextDisplayBuilder().setContent('changed later')] })
  })
  const later = await standIn.as(seedIds.admin).press(other, 'more')
  await deferred
  expect(later).toMatchObject({ deferred: true, updated: { components: [{ content: 'changed later' }] } })
  expect(standIn.violations).toEqual([])
})

it('gives the values of selects, and what roles they stand for', async () => {
  const message = await showCard()
  const picked = answer(async (interaction: Interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join())
  })
  expect((await member().select(message, 'pick', ['b'])).messages[0]?.content).toBe('b')
  await picked
  const role = answer(async (interaction: Interaction) => {
    if (interaction.isRoleSelectMenu())
      await interaction.reply(interaction.roles.map(({ name }) => name).join())
  })
  expect((await member().select(message, 'role', [seedIds.quietRole])).messages[0]?.content).toBe('Quiet')
  await role
})

it('does not press what is not there, disabled or somebody else’s', async () => {
  const message = await showCard(MessageFlags.Ephemeral)
  await expect(member().press(message, 'less')).rejects.toThrow(
    'no such component "less"; it has: more, off, pick, role',
  )
  await expect(member().press(message, 'off')).rejects.toThrow('disabled')
  await expect(member().select(message, 'pick', ['c'])).rejects.toThrow('has no option "c"; it has: a, b')
  await expect(member().select(message, 'pick', ['a', 'b'])).rejects.toThrow('takes 1 to 1 values, not 2')
  await expect(standIn.as(seedIds.admin).press(message, 'more')).rejects.toThrow('not visible to adrian')
  await expect(standIn.as(seedIds.member, seedIds.news).press(message, 'more')).rejects.toThrow('no message')
})

it('opens a modal from a button and changes the message when it is sent', async () => {
  const message = await showCard()
  const modal = new ModalBuilder()
    .setCustomId('edit')
    .setTitle('Edit')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Word')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('word').setStyle(TextInputStyle.Short).setMaxLength(5),
        ),
    )
  const opened = answer(async (interaction: Interaction) => {
    if (interaction.isButton()) await interaction.showModal(modal)
  })
  const { modal: shown } = await member().press(message, 'more')
  await opened
  if (shown === undefined) throw new Error('no modal')
  await expect(member().submit(shown)).rejects.toThrow('Input "word" is required')
  await expect(member().submit(shown, { word: 'lights' })).rejects.toThrow('takes 0 to 5 characters, not 6')
  await expect(member().submit(shown, { name: 'a' })).rejects.toThrow(
    'Modal "Edit" has no input "name"; it has: word',
  )
  const sent = answer(async (interaction: Interaction) => {
    if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return
    const content = interaction.fields.getTextInputValue('word')
    await interaction.update({ components: [new TextDisplayBuilder().setContent(content)] })
  })
  const outcome = await member().submit(shown, { word: 'ships' })
  await sent
  expect(outcome.updated?.components).toMatchObject([{ content: 'ships' }])
  expect(standIn.violations).toEqual([])
})

it('gives a message’s content to its menu command, also where only the person installed the application', async () => {
  standIn.post(seedIds.general, seedIds.admin, 'read https://example.org')
  standIn.change.installApp(seedIds.member, true)
  standIn.change.removeBot(seedIds.newsroom)
  const done = answer(async (interaction: Interaction) => {
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
  const done = answer(async (interaction) =>
    interaction.reply(`${interaction.inGuild()} ${interaction.user.username}`),
  )
  const outcome = await standIn.as(seedIds.member, 'DM').command('ask')
  await done
  expect(outcome.messages[0]?.content).toBe('false mira')
})
