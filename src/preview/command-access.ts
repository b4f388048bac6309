import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10'
import { channelPermissions } from './permissions.ts'
import { type Channel, type Command, globalCommands, isBotIn, type User, type World } from './world.ts'

/** Where an interaction can take place: 0 in a server, 1 in the bot's direct messages. */
export function contextOf(channel: Channel): 0 | 1 {
  return channel.serverId === undefined ? 1 : 0
}

/** Says whether the bot is here only because this person installed it for themselves. */
export function isUserInstallOnly(world: World, channel: Channel, user: User): boolean {
  return channel.serverId !== undefined && !isBotIn(world, channel.serverId) && user.installedApp
}

/** The commands that Discord shows a person in a channel. Those of the server go before global ones of the same name. */
export function visibleCommands(world: World, channel: Channel, user: User): readonly Command[] {
  const own = channel.serverId === undefined ? [] : (world.commands.get(channel.serverId) ?? [])
  const everywhere = (world.commands.get(globalCommands) ?? []).filter(
    ({ name, type }) => !own.some((command) => command.name === name && command.type === type),
  )
  return [...own, ...everywhere].filter(
    (command) => whyHidden(world, { command, channel, user }) === undefined,
  )
}

/**
 * Finds a command by name as Discord shows it to a person in a channel.
 * @throws Error that says why Discord would not show it, or which ones it would.
 */
export function findCommand(
  world: World,
  who: { readonly channel: Channel; readonly user: User },
  wanted: { readonly name: string; readonly type: ApplicationCommandType },
): Command {
  const { channel, user } = who
  const isWanted = ({ name, type }: Command) => name === wanted.name && type === wanted.type
  const found = visibleCommands(world, channel, user).find(isWanted)
  if (found !== undefined) return found
  const registered = [
    ...(world.commands.get(channel.serverId ?? '') ?? []),
    ...(world.commands.get(globalCommands) ?? []),
  ]
  const hidden = registered.find(isWanted)
  const title = wanted.type === ApplicationCommandType.ChatInput ? `/${wanted.name}` : `"${wanted.name}"`
  const place = channel.serverId === undefined ? 'a direct message' : `#${channel.name}`
  if (hidden === undefined)
    throw new Error(
      `There is no command ${title}; there are: ${registered.map(({ name }) => name).join(', ') || 'none'}`,
    )
  throw new Error(
    `Discord shows ${user.username} no ${title} in ${place}: ${whyHidden(world, { command: hidden, channel, user })}`,
  )
}

function whyHidden(
  world: World,
  who: { readonly command: Command; readonly channel: Channel; readonly user: User },
): string | undefined {
  const { command, channel, user } = who
  const { contexts, integration_types: kinds } = command
  const isBotHere = channel.serverId === undefined || isBotIn(world, channel.serverId)
  const serves = (kind: number) => !Array.isArray(kinds) || kinds.includes(kind)
  if (!(isBotHere && serves(0)) && !(user.installedApp && serves(1)))
    return 'the application is not installed there for that command'
  if (Array.isArray(contexts) && !contexts.includes(contextOf(channel)))
    return 'it is not offered in such a place'
  if (channel.serverId === undefined) return undefined
  const allowed = world.servers.get(channel.serverId)?.allowed.get(command.name)?.has(user.id) === true
  return whyForbidden(command, channelPermissions(world, channel, user.id), allowed)
}

function whyForbidden(command: Command, granted: bigint, allowed: boolean): string | undefined {
  if (!(granted & PermissionFlagsBits.ViewChannel)) return 'the channel is not visible to them'
  if (granted & PermissionFlagsBits.Administrator) return undefined
  if (!(granted & PermissionFlagsBits.UseApplicationCommands)) return 'they may use no commands there'
  const { default_member_permissions: wanted } = command
  if (typeof wanted !== 'string' || allowed) return undefined
  if (wanted === '0') return 'it is for administrators only'
  return (granted & BigInt(wanted)) === BigInt(wanted)
    ? undefined
    : 'they lack its default member permissions'
}
