import { type Client, PermissionFlagsBits, type RawFile } from 'discord.js'
import { type Card, maxDescription } from './cards/card.ts'
import { componentKinds } from './cards/component-kinds.ts'
import { clipPlain } from './cards/text.ts'
import { seenChannel } from './seen-channel.ts'

/** The card as a channel takes it: without its pictures where the bot may attach none, which are never all that is said. */
export async function attachable(client: Client<true>, channelId: string, card: Card): Promise<Card> {
  if (card.files === undefined) return card
  const channel = await seenChannel(client, channelId)
  if (channel === null) return withoutPictures(card)
  if (channel.isDMBased()) return card
  const rights = channel.permissionsFor(client.user)
  return rights?.has(PermissionFlagsBits.AttachFiles) === true ? card : withoutPictures(card)
}

function withoutPictures({ components }: Card): Card {
  return {
    components: components.map((component) =>
      component.type === componentKinds.container
        ? {
            ...component,
            components: component.components.filter(({ type }) => type !== componentKinds.mediaGallery),
          }
        : component,
    ),
  }
}

/** A card's files as a request carries them. */
export function filesOf({ files = [] }: Card): RawFile[] {
  return files.map(({ name, data }) => ({
    name,
    data: typeof data === 'string' ? data : Buffer.from(data),
  }))
}

/** What a message's body says of its files. */
export function attachmentsOf({ files = [] }: Card) {
  return files.map(({ name, description = '' }, index) => ({
    id: String(index),
    filename: name,
    ...(description !== '' && { description: clipPlain(description, maxDescription) }),
  }))
}
