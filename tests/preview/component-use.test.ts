import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { answerNext, registerCommands } from './asking.ts'
import { type Stage, startStage } from './bot.ts'

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
  const done = answerNext(client, (interaction) =>
    interaction.reply({ components: [card()], flags: MessageFlags.IsComponentsV2 | flags }),
  )
  const { messages } = await member().command('ask')
  await done
  if (messages[0] === undefined) throw new Error('no card')
  return messages[0]
}

it('lets a button change its message, and defer the change', async () => {
  const message = await showCard()
  const changed = answerNext(client, async (interaction: Interaction) => {
    if (interaction.isButton())
      await interaction.update({ components: [new TextDisplayBuilder().setContent('changed')] })
  })
  const outcome = await member().press(message, 'more')
  await changed
  expect(outcome.updated?.components).toMatchObject([{ content: 'changed' }])
  expect(outcome.messages).toEqual([])
  const other = await showCard()
  const deferred = answerNext(client, async (interaction: Interaction) => {
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
  const picked = answerNext(client, async (interaction: Interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join())
  })
  expect((await member().select(message, 'pick', ['b'])).messages[0]?.content).toBe('b')
  await picked
  const role = answerNext(client, async (interaction: Interaction) => {
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
  const opened = answerNext(client, async (interaction: Interaction) => {
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
  const sent = answerNext(client, async (interaction: Interaction) => {
    if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return
    const content = interaction.fields.getTextInputValue('word')
    await interaction.update({ components: [new TextDisplayBuilder().setContent(content)] })
  })
  const outcome = await member().submit(shown, { word: 'ships' })
  await sent
  expect(outcome.updated?.components).toMatchObject([{ content: 'ships' }])
  expect(standIn.violations).toEqual([])
})
