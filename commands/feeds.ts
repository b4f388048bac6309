import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js'
import { type Card, noticeCard } from '../src/discord/cards/card.ts'
import {
  feedCheckCard,
  feedExportCard,
  feedImportCard,
  feedListCard,
  feedsAddedCard,
  findingCard,
} from '../src/discord/cards/feed-cards.ts'
import { clip, clipPlain } from '../src/discord/cards/text.ts'
import type { Choice, Command, Context, Press } from '../src/discord/command.ts'
import type { Catalogue } from '../src/discord/locales/catalogue.ts'
import { checkManages, checkReads, manageServer, manages } from '../src/discord/manage-server.ts'
import { described, named, subcommand, textOption } from '../src/discord/options.ts'
import { UserError } from '../src/errors.ts'
import type { FeedState, Manager } from '../src/queries/server-feeds.ts'

/** Most characters of an address that browsers agree on. */
const longestAddress = 2000
const maxSuggestions = 25
const maxSuggestion = 100
const maxName = 80

const feedOption = textOption('feed', 'pickOne', { required: true, autocomplete: true })

/** /feeds: what a server reads besides what is open to all. Only for those who manage the server. */
export const feedsCommand: Command = {
  alwaysPrivate: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('feeds'),
    ...described('feeds'),
    contexts: [InteractionContextType.Guild],
    default_member_permissions: manageServer,
    options: [
      subcommand('list', 'feedsList'),
      subcommand('add', 'feedsAdd', [
        textOption('url', 'url', { required: true, maxLength: longestAddress }),
      ]),
      subcommand('remove', 'feedsRemove', [feedOption]),
      subcommand('check', 'feedsCheck', [feedOption]),
      subcommand('export', 'feedsExport'),
      subcommand('import', 'feedsImport', [
        {
          type: ApplicationCommandOptionType.Attachment,
          ...named('file'),
          ...described('file'),
          required: true,
        },
      ]),
    ],
  },
  execute: async (interaction, context) => {
    const server = serverOf(interaction)
    const manager = { server, member: interaction.user.id }
    const { feeds, clock, say } = context
    switch (interaction.options.getSubcommand()) {
      case 'list':
        return feedListCard(await feeds.list(server), { page: 0, now: clock.now(), say })
      case 'add':
        return findingCard(await feeds.add(interaction.options.getString('url', true), manager), say)
      case 'remove':
        return remove(await chosenFeed(interaction, context), manager, context)
      case 'check':
        return feedCheckCard(await chosenFeed(interaction, context), clock.now(), say)
      case 'export':
        return feedExportCard(
          await feeds.exportList(server, {
            title: titleFor(interaction, say),
            withSecrets: manages(interaction),
          }),
          say,
        )
      default:
        return feedImportCard(
          await feeds.importList(interaction.options.getAttachment('file', true), manager),
          say,
        )
    }
  },
  autocomplete: suggestFeeds,
  component: async (press, context) => {
    if (reading.has(press.action)) checkReads(press.interaction)
    else checkManages(press.interaction)
    return pressed(press, context)
  },
  inPlace: ['page', 'pick', 'read', 'check'],
}

/** Presses that change nothing and ask nobody. */
const reading: ReadonlySet<string> = new Set(['page', 'check'])

function serverOf({ guildId }: { readonly guildId: string | null }): string {
  if (guildId === null) throw new UserError({ kind: 'feedsOfServers' })
  return guildId
}

function titleFor({ guild }: ChatInputCommandInteraction, { feeds }: Catalogue): string {
  return guild === null ? feeds.heading : feeds.listTitle(guild.name)
}

async function remove(feed: FeedState, manager: Manager, { feeds, say }: Context): Promise<Card> {
  if (!feed.isOwn) throw new UserError({ kind: 'feedStays', name: feed.name })
  await feeds.remove(feed.id, manager)
  return noticeCard(`### ${say.feeds.removed}\n${clip(feed.name, maxName)}\n-# ${say.feeds.removedNote}`)
}

async function chosenFeed(interaction: ChatInputCommandInteraction, { feeds }: Context): Promise<FeedState> {
  const asked = interaction.options.getString('feed', true)
  const all = await feeds.list(serverOf(interaction))
  // Typed by hand instead of picked: a name or address is as good as the id, where it is the only one of its kind.
  const named = all.filter(({ name, address }) => [name, address, `https://${address}`].includes(asked))
  const found = all.find(({ id }) => id === asked) ?? (named.length === 1 ? named[0] : undefined)
  if (found === undefined) throw new UserError({ kind: 'noFeed', asked })
  return found
}

async function pressed({ interaction, action, args }: Press, { feeds, clock, say }: Context): Promise<Card> {
  const server = serverOf(interaction)
  const manager = { server, member: interaction.user.id }
  const values = interaction.isStringSelectMenu() ? interaction.values : []
  const [first = ''] = args
  switch (action) {
    case 'page':
      return feedListCard(await feeds.list(server), { page: Number(first) || 0, now: clock.now(), say })
    case 'pick':
      return feedsAddedCard(await feeds.addOffered(first, values.map(Number), manager), say)
    case 'read':
      return feedCheckCard(await feeds.readNow(first, manager), clock.now(), say)
    default: {
      const feed = (await feeds.list(server)).find(({ id }) => id === values[0])
      if (feed === undefined) throw new UserError({ kind: 'feedNotRead' })
      return feedCheckCard(feed, clock.now(), say)
    }
  }
}

async function suggestFeeds(
  interaction: AutocompleteInteraction,
  { feeds }: Context,
): Promise<readonly Choice[]> {
  const typed = interaction.options.getFocused().toLowerCase()
  const all = await feeds.list(serverOf(interaction))
  const offered = interaction.options.getSubcommand() === 'remove' ? all.filter(({ isOwn }) => isOwn) : all
  return offered
    .map(({ id, name, address }) => ({ name: clipPlain(labelOf(name, address), maxSuggestion), value: id }))
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .slice(0, maxSuggestions)
}

function labelOf(name: string, address: string): string {
  return name === address ? name : `${name} · ${address}`
}
