import { PermissionFlagsBits } from 'discord-api-types/v10'
import { isJsonObject, type Json, jsonText } from '../json.ts'
import { channelPermissions } from '../permissions.ts'
import type { Channel, Pings, World } from '../world.ts'
import { at, complain, type Field, readItems } from './field.ts'

/** Nobody is called. */
export const noPings: Pings = { everyone: false, roleIds: [], userIds: [] }

const parseable = ['users', 'roles', 'everyone'] as const
const maxListed = 100

/** Checks allowed_mentions: known words, unique ids, and no kind both parsed and listed. */
export function checkAllowedMentions(field: Field): void {
  const parse = readItems(at(field, 'parse'), { max: parseable.length })
  for (const word of parse)
    if (!parseable.some((known) => known === word.value))
      complain(word, 'BASE_TYPE_CHOICES', `Value must be one of ('users', 'roles', 'everyone').`)
  for (const kind of ['users', 'roles'] as const) {
    const listed = readItems(at(field, kind), { max: maxListed })
    if (new Set(listed.map(({ value }) => value)).size < listed.length)
      complain(at(field, kind), 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value')
    for (const id of listed)
      if (typeof id.value !== 'string' || !/^\d{17,20}$/.test(id.value))
        complain(id, 'NUMBER_TYPE_COERCE', `Value "${jsonText(id.value)}" is not snowflake.`)
    if (listed.length > 0 && parse.some(({ value }) => value === kind))
      complain(
        field,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      )
  }
}

/** What decides whom a message calls. */
export interface Call {
  readonly channel: Channel
  readonly authorId: string
  /** Everything in which mentions count: the content and the text displays, but not embeds. */
  readonly text: string
  /** As given in the request; absent: everything that the text mentions. */
  readonly allowedMentions: Json | undefined
  /** The author of the message that this one replies to. */
  readonly repliedTo?: string
}

/**
 * Finds whom a message calls: what it mentions, less what allowed_mentions does not allow, less what its
 * author may not mention. Mentions in code blocks count too, which is stricter than Discord.
 */
export function findPings(world: World, call: Call): Pings {
  const server = call.channel.serverId === undefined ? undefined : world.servers.get(call.channel.serverId)
  const mayCallAll =
    (channelPermissions(world, call.channel, call.authorId) & PermissionFlagsBits.MentionEveryone) !== 0n
  const allowed = readAllowed(call.allowedMentions)
  const mentionedUsers = [...call.text.matchAll(/<@!?(\d{17,20})>/g)].map(([, id]) => id ?? '')
  const mentionedRoles = [...call.text.matchAll(/<@&(\d{17,20})>/g)].map(([, id]) => id ?? '')
  const replied = call.repliedTo !== undefined && allowed.repliedUser ? [call.repliedTo] : []
  return {
    everyone: mayCallAll && allowed.parse('everyone') && /@(?:everyone|here)\b/.test(call.text),
    userIds: unique([
      ...replied,
      ...mentionedUsers.filter((id) => world.users.has(id) && allowed.lists('users', id)),
    ]),
    roleIds: unique(mentionedRoles).filter((id) => {
      const role = server?.roles.get(id)
      return role !== undefined && (role.mentionable || mayCallAll) && allowed.lists('roles', id)
    }),
  }
}

function readAllowed(value: Json | undefined) {
  if (!isJsonObject(value)) return { repliedUser: true, parse: () => true, lists: () => true }
  const has = (list: Json | undefined, item: string) => Array.isArray(list) && list.includes(item)
  return {
    repliedUser: value.replied_user === true,
    parse: (word: string) => has(value.parse, word),
    lists: (kind: 'users' | 'roles', id: string) => has(value.parse, kind) || has(value[kind], id),
  }
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)]
}
