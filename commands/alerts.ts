import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  Routes,
} from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import { type FollowTerms, personOwner } from '../src/archive/follows.ts'
import { noticeCard } from '../src/discord/cards/card.ts'
import type { Command, Context } from '../src/discord/command.ts'
import {
  addFollow,
  changeFollow,
  checkRoom,
  chosenFollow,
  editFollow,
  type FollowBook,
  listFollows,
  suggestFollows,
} from '../src/discord/follow-book.ts'
import {
  clearedTerms,
  clearOption,
  conditionOptions,
  readTerms,
  timeOptions,
  timezoneOption,
} from '../src/discord/follow-options.ts'
import type { Catalogue } from '../src/discord/locales/catalogue.ts'
import { described, everywhere, named, subcommand, textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { UserError } from '../src/errors.ts'
import { defaultTimezone } from '../src/queries/server-settings.ts'

/** More follows than that of one person are refused: every new article is held against each. */
const maxAlerts = 25

const followOption = textOption('follow', 'pickOne', { required: true, autocomplete: true })
const allOptions = [...conditionOptions, ...timeOptions, timezoneOption]

/** /alerts: a person's own follows, by direct message. Anybody may, wherever the bot can be reached. */
export const alertsCommand: Command = {
  alwaysPrivate: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('alerts'),
    ...described('alerts'),
    ...everywhere,
    options: [
      subcommand('add', 'alertsAdd', allOptions),
      subcommand('list', 'alertsList'),
      subcommand('edit', 'alertsEdit', [followOption, ...allOptions, clearOption(['timezone'])]),
      subcommand('remove', 'alertsRemove', [followOption]),
      subcommand('pause', 'alertsPause', [followOption]),
      subcommand('resume', 'alertsResume', [followOption]),
      subcommand('test', 'alertsTest', [followOption]),
    ],
  },
  execute: async (interaction, context) => {
    const book = bookOf(interaction)
    await rememberLanguage(book, interaction, context)
    const name = interaction.options.getSubcommand()
    if (name === 'add') return addFollow(book, await newAlert(interaction, book, context), context)
    if (name === 'list') return listFollows(book, context, 0)
    const follow = await chosenFollow(book, interaction, context)
    if (name !== 'edit') return changeFollow(book, { name, follow }, context)
    const before = clearedTerms(interaction, follow)
    const terms = { ...readTerms(interaction, before), channel: follow.channel, language: interaction.locale }
    return editFollow(book, { follow, terms }, context)
  },
  autocomplete: async (interaction, context) =>
    interaction.options.getFocused(true).name === 'follow'
      ? suggestFollows(personOwner(interaction.user.id), interaction, context)
      : suggestByName(interaction, context),
  // Whoever presses leafs through alerts of their own.
  component: async ({ interaction, args: [page] }, context) =>
    listFollows(bookOf(interaction), context, Number(page) || 0),
  inPlace: ['list'],
}

function bookOf({ user }: Pick<Interaction, 'user'>): FollowBook {
  return {
    owner: personOwner(user.id),
    viewer: { kind: 'person', id: user.id },
    member: user.id,
    command: 'alerts',
    zone: defaultTimezone,
    most: maxAlerts,
  }
}

/** Times mean those of the server in which somebody asks, unless a time zone is named. */
async function newAlert(
  interaction: ChatInputCommandInteraction,
  book: FollowBook,
  context: Context,
): Promise<FollowTerms> {
  const terms = readTerms(interaction)
  await checkRoom(book, context)
  const { guildId } = interaction
  const servers = guildId === null ? undefined : (await context.settings.get(guildId)).timezone
  const timezone = terms.timezone ?? servers
  return {
    ...terms,
    ...dropAbsent({ timezone }),
    channel: await openDirectMessages(interaction, context.say),
    language: interaction.locale,
  }
}

/** Alerts speak the language in which their owner last asked for them. */
async function rememberLanguage(
  { owner }: FollowBook,
  { locale: language }: ChatInputCommandInteraction,
  { archive }: Context,
): Promise<void> {
  const others = (await archive.follows(owner)).filter((follow) => follow.language !== language)
  for (const { id, owner: _owner, createdBy: _by, createdAt: _at, paused: _paused, ...terms } of others)
    await archive.changeFollow(id, owner, { ...terms, language })
}

/** Cannot send messages to this user; no server in common with them. */
const closedCodes: readonly (string | number)[] = [50_007, 50_278]

/**
 * The channel of somebody's direct messages, in which a first one shows that they are open.
 * @throws UserError if they are closed to the bot.
 */
async function openDirectMessages(
  { user, client }: ChatInputCommandInteraction,
  say: Catalogue,
): Promise<string> {
  try {
    const { id } = await user.createDM()
    const called = (name: 'list' | 'remove') => `\`/${say.names.alerts} ${say.names[name]}\``
    const { components } = noticeCard(
      `### ${say.follows.alertsComeHere}\n-# ${say.follows.alertsHow(called('list'), called('remove'))}`,
    )
    const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } }
    await client.rest.post(Routes.channelMessages(id), { body })
    return id
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !closedCodes.includes(error.code)) throw error
    throw new UserError({ kind: 'directMessagesClosed' })
  }
}
