import { ChannelFlags, ChannelType, type Client, type ForumChannel, type RawFile, Routes } from 'discord.js'
import type { APIMessage, APIThreadChannel, APIThreadList } from 'discord-api-types/v10'
import { clipPlain } from './cards/text.ts'
import { carries, snowflakeAt } from './own-messages.ts'
import { seenChannel } from './seen-channel.ts'

/** Most characters of a post's headline, and most tags it may have. */
const maxTitle = 100
const maxTags = 5

/** What is posted into a forum. */
export interface ForumPost {
  readonly title: string
  readonly topics: readonly string[]
  /** The body of the first message. */
  readonly message: object
  readonly files: RawFile[]
  readonly signal: AbortSignal
}

/** The forum with this id; undefined if it is another kind of channel, or hidden. Rejects where Discord cannot be asked. */
export async function forumOf(client: Client<true>, id: string): Promise<ForumChannel | undefined> {
  const channel = await seenChannel(client, id)
  return channel?.type === ChannelType.GuildForum ? channel : undefined
}

/**
 * Starts a post, with the tags that its topics are named like. A forum that wants a tag gets its first where none fits.
 * @returns the id of its first message, which is the post's own.
 */
export async function startForumPost(
  client: Client<true>,
  forum: ForumChannel,
  { title, topics, message, files, signal }: ForumPost,
): Promise<string> {
  const body = {
    name: nameOf(title),
    message,
    applied_tags: tagsFor(forum, topics),
  }
  const thread = (await client.rest.post(Routes.threads(forum.id), {
    body,
    files,
    signal,
  })) as APIThreadChannel
  return thread.id
}

function nameOf(title: string): string {
  return clipPlain(title, maxTitle) || '…'
}

/** Gives a post another headline, where it has not got it already: Discord allows that only twice in ten minutes. */
export async function renameForumPost(client: Client<true>, id: string, title: string): Promise<void> {
  const { name } = (await client.rest.get(Routes.channel(id))) as APIThreadChannel
  if (name !== nameOf(title)) await client.rest.patch(Routes.channel(id), { body: { name: nameOf(title) } })
}

function tagsFor(forum: ForumChannel, topics: readonly string[]): readonly string[] {
  const words = new Set(topics.map((topic) => topic.toLowerCase()))
  const open = forum.availableTags.filter(({ moderated }) => !moderated)
  const fitting = open.filter(({ name }) => words.has(name.toLowerCase())).slice(0, maxTags)
  const isNeeded = fitting.length === 0 && forum.flags.has(ChannelFlags.RequireTag)
  return (isNeeded ? open.slice(0, 1) : fitting).map(({ id }) => id)
}

/**
 * Looks for the bot's own post whose first message carries a key, among those started since a moment.
 * @returns the id of that message; `absent` if all of them were seen; `unknown` where there are too many.
 */
export async function findForumPost(
  client: Client<true>,
  forum: ForumChannel,
  { key, since }: { readonly key: string; readonly since: number },
): Promise<{ readonly messageId: string } | 'absent' | 'unknown'> {
  const first = BigInt(snowflakeAt(since))
  const lists = [
    (await client.rest.get(Routes.guildActiveThreads(forum.guildId))) as APIThreadList,
    (await client.rest.get(Routes.channelThreads(forum.id, 'public'))) as APIThreadList,
  ]
  const posts = lists
    .flatMap(({ threads }) => threads as APIThreadChannel[])
    .filter(
      ({ id, parent_id: parent, owner_id: owner }) =>
        parent === forum.id && owner === client.user.id && BigInt(id) >= first,
    )
  if (posts.length > maxLooked) return 'unknown'
  for (const { id } of posts) {
    const message = (await client.rest.get(Routes.channelMessage(id, id))) as APIMessage
    if (carries(message.components, key)) return { messageId: id }
  }
  return 'absent'
}

/** Most posts that are looked into: more since a moment means that somebody else's hand is at work. */
const maxLooked = 50
