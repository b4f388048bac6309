import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIMessageTopLevelComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord-api-types/v10'
import { buttonStyles, componentKinds } from './component-kinds.ts'
import { clipPlain, safeUrl } from './text.ts'

/** An answer as Discord shows it: Components V2, plain data. custom_ids may still be over-long (see `sealCard`). */
export interface Card {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** What its file components and pictures show. */
  readonly files?: readonly CardFile[]
}

/** A file that comes with a card. */
export interface CardFile {
  /** Letters, digits, points and hyphens. */
  readonly name: string
  readonly data: string | Uint8Array
  /** What a picture shows, in words; cut at a word if it is over-long. */
  readonly description?: string
}

/** Crier's colour, the strip along every card. */
const accentColour = 0xc8_82_2e

/** Most characters of all texts of one message together. */
export const maxCardText = 4000
/** Most characters of a button's label. */
const maxButtonLabel = 80
/** Most characters of an option's label and description in a select menu. */
const maxOptionLabel = 100
/** Most characters of a picture's description. */
export const maxDescription = 1024
/** Most options of a select menu. */
export const maxOptions = 25

/** A card with these parts from top to bottom. */
export function card(...parts: readonly APIComponentInContainer[]): Card {
  return {
    components: [{ type: componentKinds.container, accent_color: accentColour, components: [...parts] }],
  }
}

/** A card of one text: an answer in a sentence, or why there is none. */
export function noticeCard(markdown: string): Card {
  return card(text(markdown))
}

/** A paragraph of Discord's markdown. What comes from an article must have gone through `escapeText` or `clip`. */
export function text(markdown: string): APIComponentInContainer {
  return { type: componentKinds.textDisplay, content: markdown }
}

/** A file of the card, by its name. */
export function file(name: string): APIComponentInContainer {
  return { type: componentKinds.file, file: { url: `attachment://${name}` } }
}

/** A picture among the card's files. */
export function picture({ name, description = '' }: CardFile): APIComponentInContainer {
  const shown = clipPlain(description, maxDescription)
  const media = { url: `attachment://${name}` }
  return {
    type: componentKinds.mediaGallery,
    items: [{ media, ...(shown !== '' && { description: shown }) }],
  }
}

/** A thin line between parts. */
export function divider(): APIComponentInContainer {
  return { type: componentKinds.separator, divider: true }
}

/** One to five buttons side by side. */
export function row(...buttons: readonly APIButtonComponent[]): APIComponentInContainer {
  return { type: componentKinds.actionRow, components: [...buttons] }
}

/** A button that comes back to the bot with this id (see `componentId`). */
export function button(label: string, id: string, options: { disabled?: boolean } = {}): APIButtonComponent {
  return {
    type: componentKinds.button,
    style: buttonStyles.secondary,
    label: clipPlain(label, maxButtonLabel),
    custom_id: id,
    ...(options.disabled === true && { disabled: true }),
  }
}

/** A button that opens a page; none where the address cannot be opened from Discord. */
export function linkButton(label: string, url: string | undefined): readonly APIButtonComponent[] {
  const safe = url === undefined ? undefined : safeUrl(url)
  if (safe === undefined) return []
  return [
    {
      type: componentKinds.button,
      style: buttonStyles.link,
      label: clipPlain(label, maxButtonLabel),
      url: safe,
    },
  ]
}

/** One line of a select menu. */
export interface MenuOption {
  readonly label: string
  readonly value: string
  readonly description?: string
}

/** A menu from which one option is chosen; over-long labels are cut. */
export function menu(
  id: string,
  placeholder: string,
  options: readonly MenuOption[],
): APIComponentInContainer {
  return { type: componentKinds.actionRow, components: [select(id, placeholder, options)] }
}

/** As `menu`, from which one or more options are chosen. */
export function menuOfMany(
  id: string,
  placeholder: string,
  options: readonly MenuOption[],
): APIComponentInContainer {
  const most = Math.min(options.length, maxOptions)
  return {
    type: componentKinds.actionRow,
    components: [{ ...select(id, placeholder, options), max_values: most }],
  }
}

function select(id: string, placeholder: string, options: readonly MenuOption[]): APIStringSelectComponent {
  return {
    type: componentKinds.stringSelect,
    custom_id: id,
    placeholder,
    options: options.slice(0, maxOptions).map(toOption),
  }
}

function toOption({ label, value, description }: MenuOption): APISelectMenuOption {
  const shown = description === undefined ? '' : clipPlain(description, maxOptionLabel)
  return {
    label: clipPlain(label, maxOptionLabel) || '…',
    value,
    ...(shown !== '' && { description: shown }),
  }
}
