import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js'
import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Viewer } from '../archive/viewer.ts'
import type { Clock } from '../clock.ts'
import type { Asker, Pages } from '../queries/pages.ts'
import type { ServerFeeds } from '../queries/server-feeds.ts'
import type { SettingsBook } from '../queries/server-settings.ts'
import type { Card } from './cards/card.ts'
import type { Catalogue } from './locales/catalogue.ts'

/** What commands work with. */
export interface Tools {
  readonly archive: Archive
  readonly pages: Pages
  readonly feeds: ServerFeeds
  readonly settings: SettingsBook
  readonly clock: Clock
  readonly log: Logger
}

/** What one answer is made with. */
export interface Context extends Tools {
  /** The language of the answer. */
  readonly say: Catalogue
}

/** A suggestion under an option that is being typed. */
export type Choice = APIApplicationCommandOptionChoice<string>

/**
 * One slash command. It reads its options, asks one query and renders the answer with one function of cards/;
 * acknowledging, deferring, privacy, limits and errors are the dispatcher's.
 */
export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody
  /** True: every answer is private. Otherwise the asker's `private` option decides. */
  readonly alwaysPrivate?: boolean
  /** @throws UserError whose message is shown to the asker. */
  readonly execute: (interaction: ChatInputCommandInteraction, context: Context) => Promise<Card>
  readonly autocomplete?: (
    interaction: AutocompleteInteraction,
    context: Context,
  ) => Promise<readonly Choice[]>
  /** A press of a component whose id begins with this command's name. */
  readonly component?: (press: Press, context: Context) => Promise<Card>
  /**
   * Actions of components whose answer takes the place of the message, if that is the presser's own answer (anybody else gets
   * a private copy). All others are answered by a message of its own that only the presser sees.
   */
  readonly inPlace?: readonly string[]
}

/** One command in the menu of a message. Its answer is for the asker alone: nobody asked the others. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody
  /** @throws UserError whose message is shown to the asker. */
  readonly execute: (interaction: MessageContextMenuCommandInteraction, context: Context) => Promise<Card>
}

/** A press, with what its id asks for. */
export interface Press {
  readonly interaction: MessageComponentInteraction
  readonly action: string
  /** A missing argument is the empty string. */
  readonly args: readonly string[]
}

/** Who is asking: the server where they ask, or the person where it is a direct message. */
export function viewerOf({ guildId, user }: Pick<Interaction, 'guildId' | 'user'>): Viewer {
  return guildId === null ? { kind: 'person', id: user.id } : { kind: 'server', id: guildId }
}

/** Who is asking, for what is counted by person. */
export function askerOf(interaction: Pick<Interaction, 'guildId' | 'user'>): Asker {
  return { viewer: viewerOf(interaction), member: interaction.user.id }
}

/** An argument or option, absent where it is empty. */
export function given(value: string | null | undefined): string | undefined {
  return value === null || value === undefined || value.trim() === '' ? undefined : value.trim()
}

/** A name as `given`; quotation marks around it, which searches know and names do not, are passed over. */
export function givenName(value: string | null | undefined): string | undefined {
  return given(value?.trim().replace(/^["“”](.*)["“”]$/u, '$1'))
}
