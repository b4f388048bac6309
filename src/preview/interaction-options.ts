import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10'
import { toApiAttachment } from './api-objects.ts'
import { keepFile } from './attachments.ts'
import type { CommandPlace, GivenFile, GivenOptions, OptionDefinition } from './command-options.ts'
import { type Found, mergeResolved, resolveId } from './interaction-resolved.ts'
import type { JsonObject } from './json.ts'
import type { Channel, World } from './world.ts'

/** The options of an interaction, nested below their subcommand, and what the ids among them stand for. */
export interface TypedOptions {
  readonly options: readonly JsonObject[]
  readonly resolved: JsonObject
}

/**
 * Gives options the form in which Discord sends them. `focused` names the one that is being typed, whose
 * value is whatever was typed so far.
 * @throws Error for an id that stands for nothing here.
 */
export function typeOptions(
  world: World,
  channel: Channel,
  entry: { readonly place: CommandPlace; readonly given: GivenOptions; readonly focused?: string },
): TypedOptions {
  const found: Found[] = []
  const typed = entry.place.options.flatMap((option): readonly JsonObject[] => {
    const isFocused = option.name === entry.focused
    const value = entry.given[option.name] ?? (isFocused ? '' : undefined)
    if (value === undefined) return []
    const sent = typeof value === 'object' ? keepGiven(world, channel, value, found) : value
    if (typeof sent === 'string' && !isFocused) found.push(resolveOption(world, channel, option, sent))
    return [
      {
        name: option.name,
        type: option.type,
        value: isFocused ? String(sent) : sent,
        ...(isFocused && { focused: true }),
      },
    ]
  })
  const nested = entry.place.path.reduceRight<readonly JsonObject[]>(
    (options, { name, type }) => [{ name, type, options }],
    typed,
  )
  return { options: nested, resolved: mergeResolved(found) }
}

function keepGiven(world: World, channel: Channel, file: GivenFile, found: Found[]): string {
  const attachment = keepFile(world, channel.id, {
    filename: file.filename,
    contentType: file.contentType ?? 'application/octet-stream',
    data: typeof file.data === 'string' ? new TextEncoder().encode(file.data) : file.data,
  })
  found.push({ attachments: { [attachment.id]: toApiAttachment(attachment) } })
  return attachment.id
}

function resolveOption(world: World, channel: Channel, option: OptionDefinition, id: string): Found {
  if (option.type === OptionType.Channel) return resolveId(world, channel, { kind: 'channels', id })
  if (option.type === OptionType.Role) return resolveId(world, channel, { kind: 'roles', id })
  if (option.type === OptionType.User) return resolveId(world, channel, { kind: 'users', id })
  if (option.type === OptionType.Mentionable)
    return resolveId(world, channel, { kind: world.users.has(id) ? 'users' : 'roles', id })
  return {}
}
