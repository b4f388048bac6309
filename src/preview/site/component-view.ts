import { ComponentType } from 'discord-api-types/v10'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { Attachment } from '../world.ts'
import { isSafeAddress, type NameOf, readMarks } from './markdown.ts'
import { cssColour, fileView, ownAddress, pictureView } from './media-view.ts'
import type { ComponentView, OptionView } from './wire.ts'

/** What components are read with. */
export interface ComponentPlace {
  readonly nameOf: NameOf
  /** The message's files, which components show by address. */
  readonly files: readonly Attachment[]
}

/** Components for the page: texts as trees, addresses checked, what was left out filled in as Discord does. */
export function componentViews(
  components: Json | undefined,
  place: ComponentPlace,
): readonly ComponentView[] {
  return objectsIn(components).map((component) => componentView(component, place))
}

function componentView(component: JsonObject, place: ComponentPlace): ComponentView {
  const { type, custom_id, url, accent_color } = component
  const accent = cssColour(accent_color)
  const nested = [component.accessory, component.component].find(isJsonObject)
  const file = fileOf(component, place)
  return {
    type: Number(type),
    components: componentViews(component.components, place),
    ...(nested && { accessory: componentView(nested, place) }),
    ...wordsOf(component, place),
    ...choicesOf(component),
    ...(typeof custom_id === 'string' && { customId: custom_id }),
    ...(typeof url === 'string' && isSafeAddress(url) && { url }),
    ...(accent !== undefined && { accent }),
    ...(file && { file }),
    style: Number(component.style ?? 0),
    disabled: component.disabled === true,
    spoiler: component.spoiler === true,
    pictures: picturesOf(component),
    divider: component.divider !== false,
    large: component.spacing === 2,
  }
}

function wordsOf(component: JsonObject, { nameOf }: ComponentPlace) {
  const { content, description, placeholder, emoji } = component
  return {
    marks: typeof content === 'string' ? readMarks(content, nameOf) : [],
    label: text(component.label),
    value: text(component.value),
    ...(typeof description === 'string' && { description }),
    ...(typeof placeholder === 'string' && { placeholder }),
    ...emojiOf(emoji),
  }
}

function choicesOf(component: JsonObject) {
  const isInput = component.type === ComponentType.TextInput
  const least = component.min_values ?? component.min_length
  const most = component.max_values ?? component.max_length
  return {
    options: objectsIn(component.options).map(optionView),
    channelTypes: numbersIn(component.channel_types),
    least: typeof least === 'number' ? least : isInput ? 0 : 1,
    most: typeof most === 'number' ? most : isInput ? maxInputLength : 1,
    required: component.required !== false,
  }
}

/** Most characters of an input that names no limit. */
const maxInputLength = 4000

function optionView(option: JsonObject): OptionView {
  return {
    label: text(option.label),
    value: text(option.value),
    ...(typeof option.description === 'string' && { description: option.description }),
    ...emojiOf(option.emoji),
    chosen: option.default === true,
  }
}

/** A server's own emoji is a picture that nobody has here: its name stands for it. */
function emojiOf(emoji: Json | undefined): { readonly emoji?: string } {
  if (!isJsonObject(emoji) || typeof emoji.name !== 'string') return {}
  return { emoji: typeof emoji.id === 'string' ? `:${emoji.name}:` : emoji.name }
}

function picturesOf(component: JsonObject) {
  const items = component.type === ComponentType.Thumbnail ? [component] : objectsIn(component.items)
  return items.flatMap((item) => pictureView(item) ?? [])
}

function fileOf(component: JsonObject, { files }: ComponentPlace) {
  if (component.type !== ComponentType.File || !isJsonObject(component.file)) return undefined
  const url = ownAddress(text(component.file.url))
  return files.map(fileView).find((file) => file.url === url)
}

/** The numbers of a list; nothing for what is no list. */
export function numbersIn(value: Json | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
