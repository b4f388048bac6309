import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import { settingsCard } from '../src/discord/cards/settings-card.ts'
import { type Command, given } from '../src/discord/command.ts'
import { readTimezone, timezoneOption } from '../src/discord/follow-options.ts'
import { checkPostable } from '../src/discord/follow-rights.ts'
import { manageServer } from '../src/discord/manage-server.ts'
import { choiceOption, described, named } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { UserError } from '../src/errors.ts'
import type { SettingsChange } from '../src/queries/server-settings.ts'

const languages = ['en', 'de', 'fr', 'es'] as const
/** Chooses no language: the server's own, as Discord knows it. */
const asDiscordSays = 'discord'

/** /settings: the defaults of a server; without options, what they are. Only for those who manage it. */
export const settingsCommand: Command = {
  alwaysPrivate: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('settings'),
    ...described('settings'),
    contexts: [InteractionContextType.Guild],
    default_member_permissions: manageServer,
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        ...named('notices'),
        ...described('notices'),
        channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
      },
      timezoneOption,
      choiceOption('language', 'language', [...languages, asDiscordSays]),
      {
        type: ApplicationCommandOptionType.Boolean,
        ...named('private'),
        ...described('privateDefault'),
      },
    ],
  },
  execute: async (interaction, { settings, log, say }) => {
    const { guildId: server, guildLocale, user } = interaction
    if (server === null) throw new UserError({ kind: 'settingsOfServers' })
    const change = await readChange(interaction)
    if (Object.keys(change).length === 0) return settingsCard(await settings.get(server), guildLocale, say)
    const changed = await settings.change(server, change)
    log.info({ server, member: user.id, ...change }, 'settings changed')
    return settingsCard(changed, guildLocale, say)
  },
  autocomplete: suggestByName,
}

async function readChange(interaction: ChatInputCommandInteraction): Promise<SettingsChange> {
  const { options } = interaction
  const notices = options.getChannel('notices')?.id
  const timezone = given(options.getString('timezone'))
  if (notices !== undefined) await checkPostable(interaction, notices)
  const language = options.getString('language') ?? undefined
  return dropAbsent({
    notices,
    language: language === asDiscordSays ? null : language,
    timezone: timezone === undefined ? undefined : readTimezone(timezone),
    isPrivate: options.getBoolean('private') ?? undefined,
  })
}
