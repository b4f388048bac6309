import {
  ChannelType,
  type Client,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  RateLimitError,
  Routes,
} from 'discord.js'
import type { APIMessage } from 'discord-api-types/v10'
import type { Card } from './cards/card.ts'
import { fitCard } from './cards/fit.ts'
import { findForumPost, forumOf, renameForumPost, startForumPost } from './forum.ts'
import { carries, snowflakeAt } from './own-messages.ts'
import { attachable, attachmentsOf, filesOf } from './posted-files.ts'
import { seenChannel } from './seen-channel.ts'

/** A message to post. */
export interface Post {
  readonly card: Card
  /** At most 25 characters; Discord posts one message for a nonce within some minutes. */
  readonly nonce: string
  /** The only roles that it may mention. */
  readonly roles: readonly string[]
  /** Headline of a forum post, of any length. */
  readonly title: string
  /** What it may be filed under in a forum, weightiest first. */
  readonly topics: readonly string[]
  /** To be published to the channels that follow an announcement channel. */
  readonly crosspost: boolean
}

/** What a message says from now on. */
export interface Change {
  readonly card: Card
  /** The headline that a forum's post gets, of any length; absent: it keeps its own. */
  readonly title?: string
}

/** What ends a request early. */
interface Given {
  readonly signal: AbortSignal
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

/** What became of a publication. `limited`: Discord takes it after so many milliseconds. `gone`: never. */
export type PublishOutcome =
  | { readonly kind: 'published' }
  | { readonly kind: 'limited'; readonly afterMs: number }
  | { readonly kind: 'gone' | 'unsure'; readonly reason: string }

/** What a look into a channel's history gives. */
export type Found = { readonly messageId: string } | 'absent' | 'unknown'

/** The notifier's hands in Discord. */
export interface Poster {
  /** `signal` gives it up, also while it waits for a rate limit. */
  readonly post: (channel: string, post: Post, signal: AbortSignal) => Promise<Outcome>
  /** Replaces all that a message of the bot's own says, also in an archived thread. Pings nobody. */
  readonly edit: (channel: string, messageId: string, change: Change & Given) => Promise<EditOutcome>
  /** Whether a channel posts one message for a nonce: forums take none. Rejects where Discord cannot be asked. */
  readonly takesNonces: (channel: string) => Promise<boolean>
  /** Publishes a message of an announcement channel; does nothing in other channels. */
  readonly publish: (channel: string, messageId: string, signal: AbortSignal) => Promise<PublishOutcome>
  /**
   * Looks for a message of the bot's own whose components carry a key, among those posted since a moment.
   * @returns its id; `absent` if all of them were seen; `unknown` where the channel's history is closed to the bot, or
   * too much was posted since.
   */
  readonly find: (channel: string, key: string, since: number) => Promise<Found>
}

/**
 * Unknown channel, a forum that wants a tag and has none to give, missing access, a person who takes no messages, a
 * channel without text, missing permissions, a message that cannot be sent there, archived thread, no server in common
 * with the person: the channel is closed to the bot.
 */
const closedChannelCodes: readonly (number | string)[] = [
  10_003, 40_067, 50_001, 50_007, 50_008, 50_013, 50_024, 50_083, 50_278,
]
/** The thread is archived. */
const archivedCode = 50_083
/** The message was published before. */
const alreadyPublishedCode = 40_033
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
    post: async (channel, post, signal) => {
      try {
        return { kind: 'posted', messageId: await postInto(client, channel, { ...post, signal }) }
      } catch (error) {
        return classify(error)
      }
    },
    edit: async (channel, messageId, change) => {
      try {
        await editMessage(client, { channel, messageId }, change)
        return { kind: 'edited' }
      } catch (error) {
        return classifyEdit(error)
      }
    },
    find: async (channel, key, since) => {
      if (!(await mayReadHistory(client, channel))) return 'unknown'
      const forum = await forumOf(client, channel)
      if (forum !== undefined) return findForumPost(client, forum, { key, since: since - clockSkewMs })
      return findOwn(client, channel, { key, since })
    },
    takesNonces: async (channel) => (await forumOf(client, channel)) === undefined,
    publish: async (channel, messageId, signal) => {
      try {
        const found = await seenChannel(client, channel)
        if (found === null) return { kind: 'unsure', reason: 'the channel cannot be seen' }
        if (found.type === ChannelType.GuildAnnouncement)
          await client.rest.post(Routes.channelMessageCrosspost(channel, messageId), { signal })
        return { kind: 'published' }
      } catch (error) {
        return classifyPublishing(error)
      }
    },
  }
}

/** @returns the id of the message, which is also that of a forum's post. */
async function postInto(client: Client<true>, channel: string, asked: Post & Given): Promise<string> {
  const forum = await forumOf(client, channel)
  const post = { ...asked, card: await attachable(client, channel, asked.card) }
  if (forum === undefined) return postMessage(client, channel, post)
  return startForumPost(client, forum, { ...post, message: toMessage(post), files: filesOf(post.card) })
}

async function postMessage(
  client: Client<true>,
  channel: string,
  { signal, ...post }: Post & Given,
): Promise<string> {
  const body = { ...toMessage(post), nonce: post.nonce, enforce_nonce: true }
  const request = { body, files: filesOf(post.card), signal }
  const message = (await client.rest.post(Routes.channelMessages(channel), request)) as APIMessage
  return message.id
}

async function editMessage(
  client: Client<true>,
  { channel, messageId }: { readonly channel: string; readonly messageId: string },
  { card, title, signal }: Change & Given,
): Promise<void> {
  const isPost = (await forumOf(client, channel)) !== undefined
  // A forum's posts are threads, named like their first messages.
  const thread = isPost ? messageId : channel
  const shown = await attachable(client, channel, card)
  // Pictures that the message had go, unless it has them anew.
  const body = { ...toMessage({ card: shown, roles: [] }), attachments: attachmentsOf(shown) }
  await editAwake(client, thread, () =>
    client.rest.patch(Routes.channelMessage(thread, messageId), { body, files: filesOf(shown), signal }),
  )
  if (isPost && title !== undefined) await renameForumPost(client, messageId, title)
}

/** Discord changes nothing in an archived thread: it is opened for that, and archived again when it has been silent. */
async function editAwake(client: Client<true>, thread: string, edit: () => Promise<unknown>): Promise<void> {
  try {
    await edit()
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== archivedCode) throw error
    await client.rest.patch(Routes.channel(thread), { body: { archived: false } })
    await edit()
  }
}

function toMessage({ card, roles }: Pick<Post, 'card' | 'roles'>) {
  return {
    components: fitCard(card).components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], roles },
    ...(card.files !== undefined && { attachments: attachmentsOf(card) }),
  }
}

function classify(error: unknown): Exclude<Outcome, { kind: 'posted' }> {
  const reason = error instanceof Error ? error.message : String(error)
  if (!(error instanceof DiscordAPIError)) return { kind: 'unsure', reason }
  const told = `${reason} (${error.code})`
  if (closedChannelCodes.includes(error.code)) return { kind: 'refused', reason: told }
  return { kind: error.status === badRequest ? 'broken' : 'unsure', reason: told }
}

function classifyEdit(error: unknown): Exclude<EditOutcome, { kind: 'edited' }> {
  if (error instanceof DiscordAPIError && goneMessageCodes.includes(error.code))
    return { kind: 'gone', reason: `${error.message} (${error.code})` }
  const { kind, reason } = classify(error)
  return { kind: kind === 'unsure' ? 'unsure' : 'gone', reason }
}

function classifyPublishing(error: unknown): PublishOutcome {
  if (error instanceof RateLimitError) return { kind: 'limited', afterMs: error.retryAfter }
  const isPublished = error instanceof DiscordAPIError && error.code === alreadyPublishedCode
  return isPublished ? { kind: 'published' } : classifyEdit(error)
}

/** Without the permission Discord answers with an empty list instead of an error: absence would prove nothing. */
async function mayReadHistory(client: Client<true>, channelId: string): Promise<boolean> {
  const channel = await seenChannel(client, channelId)
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
