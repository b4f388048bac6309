import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
} from 'discord.js'
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Follow, FollowTerms } from '../src/archive/follows.ts'
import { type Card, noticeCard } from '../src/discord/cards/card.ts'
import { digestCard } from '../src/discord/cards/digest-card.ts'
import { type Command, type Context, type Press, viewerOf } from '../src/discord/command.ts'
import {
  addFollow,
  changeFollow,
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
} from '../src/discord/follow-options.ts'
import { checkCrosspost, checkMention, checkPostable } from '../src/discord/follow-rights.ts'
import { checkReads, manageServer } from '../src/discord/manage-server.ts'
import { described, named, subcommand, textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { placesOf, whyDigested, whyPosted } from '../src/discord/why-posted.ts'
import { UserError } from '../src/errors.ts'
import { digestOf, membersOf, storiesOf } from '../src/queries/digest.ts'
import { articleById } from '../src/queries/find-article.ts'
import { defaultTimezone } from '../src/queries/server-settings.ts'

/** More follows than that in one server are refused: every new article is held against each. */
const maxFollows = 100

const followOption = textOption('follow', 'pickOne', { required: true, autocomplete: true })

const placeOptions: readonly APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.Channel,
    ...named('channel'),
    ...described('channel'),
    channel_types: [
      ChannelType.GuildText,
      ChannelType.GuildAnnouncement,
      ChannelType.PublicThread,
      ChannelType.PrivateThread,
      ChannelType.AnnouncementThread,
      ChannelType.GuildForum,
    ],
  },
]

const postOptions: readonly APIApplicationCommandBasicOption[] = [
  { type: ApplicationCommandOptionType.Role, ...named('mention'), ...described('mention') },
  {
    type: ApplicationCommandOptionType.Boolean,
    ...named('crosspost'),
    ...described('crosspost'),
  },
]

/** /follow: which news is posted where. Only for those who manage the server; Discord decides who that is. */
export const followCommand: Command = {
  alwaysPrivate: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('follow'),
    ...described('follow'),
    contexts: [InteractionContextType.Guild],
    default_member_permissions: manageServer,
    options: [
      subcommand('add', 'followAdd', [...placeOptions, ...conditionOptions, ...timeOptions, ...postOptions]),
      subcommand('edit', 'followEdit', [
        followOption,
        ...placeOptions,
        ...conditionOptions,
        ...timeOptions,
        ...postOptions,
        clearOption(['mention', 'crosspost']),
      ]),
      subcommand('list', 'followList'),
      subcommand('remove', 'followRemove', [followOption]),
      subcommand('pause', 'followPause', [followOption]),
      subcommand('resume', 'followResume', [followOption]),
      subcommand('test', 'followTest', [followOption]),
    ],
  },
  execute: async (interaction, context) => {
    const book = await openBook(interaction, context)
    const name = interaction.options.getSubcommand()
    if (name === 'add') return addFollow(book, await readFollow(interaction), context)
    if (name === 'list') return listFollows(book, context, 0)
    const follow = await chosenFollow(book, interaction, context)
    if (name !== 'edit') return changeFollow(book, { name, follow }, context)
    const terms = await readFollow(interaction, clearedTerms(interaction, follow))
    return editFollow(book, { follow, terms }, context)
  },
  autocomplete: async (interaction, context) =>
    interaction.options.getFocused(true).name === 'follow'
      ? suggestFollows(interaction.guildId ?? '', interaction, context)
      : suggestByName(interaction, context),
  component: pressed,
  inPlace: ['digest', 'list'],
}

async function openBook(
  { guildId, user }: Pick<Interaction, 'guildId' | 'user'>,
  { settings }: Context,
): Promise<FollowBook> {
  if (guildId === null) throw new UserError({ kind: 'followsOfServers' })
  return {
    owner: guildId,
    viewer: { kind: 'server', id: guildId },
    member: user.id,
    command: 'follow',
    zone: (await settings.get(guildId)).timezone ?? defaultTimezone,
    most: maxFollows,
  }
}

async function readFollow(interaction: ChatInputCommandInteraction, before?: Follow): Promise<FollowTerms> {
  const { options, channelId } = interaction
  const channel = options.getChannel('channel')?.id ?? before?.channel ?? channelId
  const role = options.getRole('mention')
  const crosspost = options.getBoolean('crosspost') ?? before?.crosspost
  const terms = readTerms(interaction, before)
  await checkPostable(interaction, channel)
  if (role !== null) checkMention(interaction, role)
  if (crosspost === true) await checkCrosspost(interaction, channel)
  const mention = role?.id ?? before?.mention
  return { ...terms, channel, ...dropAbsent({ mention, crosspost: crosspost === true || undefined }) }
}

/**
 * Anybody who sees an announcement may ask why it came, and leaf through a digest: it changes nothing. The list is for those
 * who may use the command.
 */
async function pressed({ interaction, action, args }: Press, context: Context): Promise<Card> {
  const [first = '', second = ''] = args
  if (action === 'list') {
    checkReads(interaction)
    return listFollows(await openBook(interaction, context), context, Number(first) || 0)
  }
  const viewer = viewerOf(interaction)
  if (action === 'why') {
    return whyPosted(interaction, await articleById(context, first, viewer), context)
  }
  const places = placesOf(interaction)
  const posted = await context.archive.deliveriesOfPosting(Number(first))
  // Also those of which it is not known whether they were posted: somebody pressed their button.
  const told = posted.filter(({ channel, state }) => places.includes(channel) && state !== 'dropped')
  if (action === 'whose') return whyDigested(told, context)
  const members = await membersOf(context.archive, told, viewer)
  const [posting] = told
  if (posting === undefined || members.length === 0) return noticeCard(context.say.posts.digestGone)
  const view = {
    posting: Number(first),
    key: '',
    at: posting.plannedAt,
    page: Number(second),
    roles: [],
    say: context.say,
  }
  return digestCard(digestOf(members, await storiesOf(context.archive, members, viewer)), view)
}
