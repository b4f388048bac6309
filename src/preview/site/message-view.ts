import { ApplicationCommandType, MessageFlags } from 'discord-api-types/v10'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Message, World } from '../world.ts'
import { componentViews } from './component-view.ts'
import { embedView } from './embed-view.ts'
import { type NameOf, plainText, readMarks } from './markdown.ts'
import { fileView } from './media-view.ts'
import { personOf } from './scene.ts'
import type { ComponentView, MessageView } from './wire.ts'

/** A message for the page. What it shows is the same for everyone who sees it. */
export function messageView(world: World, message: Message): MessageView {
  const nameOf = namesIn(world)
  const author = world.users.get(message.authorId)
  const components = componentViews(message.components, { nameOf, files: message.attachments })
  const content = readMarks(message.content, nameOf)
  return {
    id: message.id,
    channelId: message.channelId,
    author: author === undefined ? { id: message.authorId, name: 'somebody', bot: false } : personOf(author),
    at: message.createdAt,
    ...(message.editedAt !== undefined && { editedAt: message.editedAt }),
    ...(message.visibleTo !== undefined && { visibleTo: message.visibleTo }),
    loading: (message.flags & MessageFlags.Loading) !== 0,
    crossposted: (message.flags & MessageFlags.Crossposted) !== 0,
    ...(message.interaction && { asked: askedBy(world, message.interaction) }),
    ...(message.replyTo && { replyTo: replyLine(world, message.replyTo.messageId) }),
    ...(message.forwarded && { forwarded: messageView(world, message.forwarded) }),
    content,
    plain: [plainText(content), ...components.map(wordsIn)].filter((part) => part !== '').join('\n'),
    embeds: message.embeds.map((embed) => embedView(embed, nameOf)),
    components,
    attachments: message.attachments.map(fileView),
    calls: {
      everyone: message.pings.everyone,
      ids: [...message.pings.userIds, ...message.pings.roleIds],
    },
  }
}

/** The names that mentions stand for, in any server: ids are never used twice. */
export function namesIn(world: World): NameOf {
  return (kind, id) => {
    if (kind === 'user') return world.users.get(id)?.displayName
    if (kind === 'channel') return world.channels.get(id)?.name
    return [...world.servers.values()].find(({ roles }) => roles.has(id))?.roles.get(id)?.name
  }
}

/** "Mira used /latest": for slash commands with the slash, for a message's menu the name alone; for a button nobody says more. */
function askedBy(world: World, interaction: JsonObject): NonNullable<MessageView['asked']> {
  const id = isJsonObject(interaction.user) ? String(interaction.user.id) : ''
  const { name, command_type: type } = interaction
  const by = world.users.get(id)?.displayName ?? 'Somebody'
  if (typeof name !== 'string') return { by }
  return { by, command: type === ApplicationCommandType.ChatInput ? `/${name}` : name }
}

function replyLine(world: World, id: string): string {
  const target = world.messages.get(id)
  if (target === undefined) return 'a deleted message'
  const words = messageView(world, target).plain.split('\n')[0] ?? ''
  return `${world.users.get(target.authorId)?.displayName ?? 'somebody'}: ${words}`
}

function wordsIn(component: ComponentView): string {
  return [plainText(component.marks), ...component.components.map(wordsIn)]
    .filter((part) => part !== '')
    .join('\n')
}
