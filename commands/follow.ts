import { randomBytes } from 'node:crypto'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js'
import type { APIApplicationCommandSubcommandOption } from 'discord-api-types/v10'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Follow } from '../src/archive/follows.ts'
import { type Card, noticeCard } from '../src/discord/cards/card.ts'
import {
  followAddedCard,
  followLabel,
  followListCard,
  followSentence,
  followTestCard,
} from '../src/discord/cards/follow-cards.ts'
import { clipPlain } from '../src/discord/cards/text.ts'
import {
  type Choice,
  type Command,
  type Context,
  given,
  givenName,
  viewerOf,
} from '../src/discord/command.ts'
import { checkMention, checkPostable } from '../src/discord/follow-rights.ts'
import { manageServer } from '../src/discord/manage-server.ts'
import { textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { UserError } from '../src/errors.ts'
import { parseExpression } from '../src/queries/expression.ts'
import { previewFollow } from '../src/queries/follow-preview.ts'

/** More follows than that in one server are refused: every new article is held against each. */
const maxFollows = 100
const maxSuggestions = 25
const maxSuggestion = 100

const followOption = textOption('follow', 'Pick one as you type', { required: true, autocomplete: true })

/** /follow: which news is posted where. Only for those who manage the server; Discord decides who that is. */
export const followCommand: Command = {
  alwaysPrivate: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'follow',
    description: 'Post new articles in a channel',
    contexts: [InteractionContextType.Guild],
    default_member_permissions: manageServer,
    options: [
      addSubcommand(),
      subcommand('list', 'What is posted where'),
      subcommand('remove', 'Post it no longer', [followOption]),
      subcommand('resume', 'Post again after a pause', [followOption]),
      subcommand('test', 'What a follow would have posted in the last week, and why not the rest', [
        followOption,
      ]),
    ],
  },
  execute: async (interaction, context) => {
    if (interaction.guildId === null) throw new UserError('Follows belong to a server: use /follow there.')
    const name = interaction.options.getSubcommand()
    if (name === 'add') return add(interaction, context)
    if (name === 'list') return followListCard(await context.archive.follows(interaction.guildId))
    return change(name, await chosenFollow(interaction, context), context)
  },
  autocomplete: async (interaction, context) =>
    interaction.options.getFocused(true).name === 'follow'
      ? suggestFollows(interaction, context)
      : suggestByName(interaction, context),
}

function subcommand(
  name: string,
  description: string,
  options: APIApplicationCommandSubcommandOption['options'] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options }
}

function addSubcommand(): APIApplicationCommandSubcommandOption {
  return subcommand('add', 'Post new articles that fit in a channel', [
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      description: 'Where to post (here if you leave it out)',
      channel_types: [
        ChannelType.GuildText,
        ChannelType.GuildAnnouncement,
        ChannelType.PublicThread,
        ChannelType.PrivateThread,
        ChannelType.AnnouncementThread,
      ],
    },
    textOption('about', 'Words, "exact phrases", -not, OR'),
    textOption('speaker', 'Only when this person says something', { autocomplete: true }),
    textOption('publisher', 'Only from this publisher', { autocomplete: true }),
    textOption('exclude', 'Not if any of these words or "phrases" occurs'),
    { type: ApplicationCommandOptionType.Role, name: 'mention', description: 'A role to mention' },
  ])
}

async function add(interaction: ChatInputCommandInteraction, context: Context): Promise<Card> {
  const { archive, clock } = context
  const follow = await readFollow(interaction, clock.now())
  if ((await archive.follows(follow.owner)).length >= maxFollows) {
    throw new UserError(
      `This server has ${maxFollows} follows already. Remove one with /follow remove first.`,
    )
  }
  const trials = await previewFollow(archive, follow, { viewer: viewerOf(interaction), now: clock.now() })
  await archive.addFollow(follow)
  return followAddedCard(follow, trials)
}

async function readFollow(interaction: ChatInputCommandInteraction, now: number): Promise<Follow> {
  const option = (name: string): string | undefined => given(interaction.options.getString(name))
  const [about, exclude] = [option('about'), option('exclude')]
  for (const typed of [about, exclude]) if (typed !== undefined) parseExpression(typed)
  const channel = interaction.options.getChannel('channel')?.id ?? interaction.channelId
  const role = interaction.options.getRole('mention')
  await checkPostable(interaction, channel)
  if (role !== null) checkMention(interaction, role)
  return {
    id: randomBytes(6).toString('hex'),
    owner: interaction.guildId ?? '',
    channel,
    ...dropAbsent({
      about,
      speaker: option('speaker'),
      publisher: givenName(option('publisher')),
      exclude,
      mention: role?.id,
    }),
    createdBy: interaction.user.id,
    createdAt: now,
  }
}

async function chosenFollow(interaction: ChatInputCommandInteraction, { archive }: Context): Promise<Follow> {
  const asked = interaction.options.getString('follow', true)
  const server = interaction.guildId ?? ''
  // Typed by hand instead of picked: the label is as good as the id, where it is the only one of its kind.
  const found =
    (await archive.follow(asked, server)) ??
    onlyOne((await archive.follows(server)).filter((follow) => followLabel(follow) === asked))
  if (found === undefined)
    throw new UserError(`This server has no follow “${asked}”. Pick one from the list as you type.`)
  return found
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}

async function change(name: string, follow: Follow, { archive, clock }: Context): Promise<Card> {
  const { id, owner } = follow
  if (name === 'remove') {
    await archive.removeFollow(id, owner)
    return noticeCard(`### No longer followed\n${followSentence(follow)}`)
  }
  if (name === 'resume') {
    await archive.resumeFollow(id, owner)
    return noticeCard(`### Followed again\n${followSentence(follow)}`)
  }
  const viewer = { kind: 'server', id: owner } as const
  return followTestCard(follow, await previewFollow(archive, follow, { viewer, now: clock.now() }))
}

async function suggestFollows(
  interaction: AutocompleteInteraction,
  { archive }: Context,
): Promise<readonly Choice[]> {
  const typed = interaction.options.getFocused().toLowerCase()
  const follows = await archive.follows(interaction.guildId ?? '')
  return follows
    .map((follow) => ({ name: clipPlain(suggestion(interaction, follow), maxSuggestion), value: follow.id }))
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .slice(0, maxSuggestions)
}

function suggestion({ client }: AutocompleteInteraction, follow: Follow): string {
  const channel = client.channels.cache.get(follow.channel)
  const place = channel !== undefined && 'name' in channel ? ` → #${channel.name}` : ''
  return `${followLabel(follow)}${place}`
}
