import { type Client, DiscordAPIError, MessageFlags, PermissionFlagsBits, Routes } from 'discord.js'
import type { APIMessage } from 'discord-api-types/v10'
import type { Card } from './cards/card.ts'
import { fitCard } from './cards/fit.ts'

/** A message to post. */
export interface Post {
  readonly card: Card
  /** At most 25 characters; Discord posts one message for a nonce within some minutes. */
  readonly nonce: string
  /** The only roles that it may mention. */
  readonly roles: readonly string[]
}

/**
 * What became of a post. `refused`: this channel does not take posts from the bot. `broken`: Discord will never take
 * this message. `unsure`: the request failed on the way or was refused for a reason that has nothing to do with the
 * channel; it may have been posted or not.
 */
export type Outcome =
  | { readonly kind: 'posted'; readonly messageId: string }
  | { readonly kind: 'refused' | 'broken' | 'unsure'; readonly reason: string }

/** What became of an edit. `gone`: it can never be made, since the message was deleted or is closed to the bot. */
export type EditOutcome =
  | { readonly kind: 'edited' }
  | { readonly kind: 'gone' | 'unsure'; readonly reason: string }

/** What a look into a channel's history gives. */
export type Found = { readonly messageId: string } | 'absent' | 'unknown'

/** The notifier's hands in Discord. */
export interface Poster {
  readonly post: (channel: string, post: Post) => Promise<Outcome>
  /** Replaces all that a message of the bot's own says. Pings nobody. */
  readonly edit: (channel: string, messageId: string, post: Omit<Post, 'nonce'>) => Promise<EditOutcome>
  /**
   * Looks for a message of the bot's own whose components carry a key, among those posted since a moment.
   * @returns its id; `absent` if all of them were seen; `unknown` where the channel's history is closed to the bot, or
   * too much was posted since.
   */
  readonly find: (channel: string, key: string, since: number) => Promise<Found>
}

/**
 * Unknown channel, missing access, missing permissions, a channel without text, a message that cannot be sent there,
 * archived thread: the channel is closed to the bot.
 */
const closedChannelCodes: readonly (number | string)[] = [10_003, 50_001, 50_008, 50_013, 50_024, 50_083]
const badRequest = 400
/** The message was deleted, or is another author's. */
const goneMessageCodes: readonly (number | string)[] = [10_008, 50_005]
/** Messages of one page of history, and most pages that are looked through: a busy channel's few minutes. */
const historyPage = 100
const maxHistoryPages = 10
/** Clocks differ: messages are looked for from a little before. */
const clockSkewMs = 30_000

/** Posts through a client's REST connection, which waits for rate limits and repeats failed requests by itself. */
export function createPoster(client: Client<true>): Poster {
  return {
    post: async (channel, post) => {
      try {
        const message = (await client.rest.post(Routes.channelMessages(channel), {
          body: toBody(post),
        })) as APIMessage
        return { kind: 'posted', messageId: message.id }
      } catch (error) {
        return classify(error)
      }
    },
    edit: async (channel, messageId, { card }) => {
      const body = {
        components: fitCard(card).components,
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [] },
      }
      try {
        await client.rest.patch(Routes.channelMessage(channel, messageId), { body })
        return { kind: 'edited' }
      } catch (error) {
        return classifyEdit(error)
      }
    },
    find: async (channel, key, since) => {
      if (!(await mayReadHistory(client, channel))) return 'unknown'
      return findOwn(client, channel, { key, since })
    },
  }
}

function toBody({ card, nonce, roles }: Post) {
  return {
    components: fitCard(card).components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], roles },
    nonce,
    enforce_nonce: true,
  }
}

function classify(error: unknown): Exclude<Outcome, { kind: 'posted' }> {
  const reason = error instanceof Error ? error.message : String(error)
  if (!(error instanceof DiscordAPIError)) return { kind: 'unsure', reason }
  const told = `${reason} (${error.code})`
  if (closedChannelCodes.includes(error.code)) return { kind: 'refused', reason: told }
  return { kind: error.status === badRequest ? 'broken' : 'unsure', reason: told }
}

function classifyEdit(error: unknown): EditOutcome {
  if (error instanceof DiscordAPIError && goneMessageCodes.includes(error.code))
    return { kind: 'gone', reason: `${error.message} (${error.code})` }
  const outcome = classify(error)
  return { kind: outcome.kind === 'unsure' ? 'unsure' : 'gone', reason: outcome.reason }
}

/** Without the permission Discord answers with an empty list instead of an error: absence would prove nothing. */
async function mayReadHistory(client: Client<true>, channelId: string): Promise<boolean> {
  const channel = await client.channels.fetch(channelId).catch(() => null)
  if (channel === null) return false
  if (channel.isDMBased()) return true
  const rights = channel.permissionsFor(client.user)
  return rights?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory]) === true
}

async function findOwn(
  client: Client<true>,
  channel: string,
  { key, since }: { readonly key: string; readonly since: number },
): Promise<Found> {
  let after = snowflakeAt(since - clockSkewMs)
  for (let page = 0; page < maxHistoryPages; page += 1) {
    const query = new URLSearchParams({ after, limit: String(historyPage) })
    const messages = (await client.rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
    const own = messages.find(
      ({ author, components }) => author.id === client.user.id && carries(components, key),
    )
    if (own !== undefined) return { messageId: own.id }
    if (messages.length < historyPage) return 'absent'
    after = messages.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b))
  }
  return 'unknown'
}

/** The smallest id that a message of that moment can have: ids begin with the milliseconds since Discord's first day. */
function snowflakeAt(at: number): string {
  return String(BigInt(at - discordEpochMs) << timestampShift)
}

const discordEpochMs = 1_420_070_400_000
const timestampShift = 22n

function carries(components: unknown, key: string): boolean {
  return JSON.stringify(components ?? []).includes(key)
}
