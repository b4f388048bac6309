import type { ButtonStyle, ComponentType } from 'discord-api-types/v10'

/**
 * The components that cards are made of, by Discord's numbers. Written here because cards are also shown in terminals,
 * where neither discord.js nor the whole of its types is to be loaded.
 */
export const componentKinds = {
  actionRow: 1 as ComponentType.ActionRow,
  button: 2 as ComponentType.Button,
  stringSelect: 3 as ComponentType.StringSelect,
  textDisplay: 10 as ComponentType.TextDisplay,
  mediaGallery: 12 as ComponentType.MediaGallery,
  file: 13 as ComponentType.File,
  separator: 14 as ComponentType.Separator,
  container: 17 as ComponentType.Container,
} as const

/** The looks of buttons, by Discord's numbers: one that comes back to the bot, and one that opens a page. */
export const buttonStyles = { secondary: 2 as ButtonStyle.Secondary, link: 5 as ButtonStyle.Link } as const
