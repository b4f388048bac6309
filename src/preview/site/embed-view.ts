import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { isSafeAddress, type NameOf, readMarks } from './markdown.ts'
import { cssColour, pictureView } from './media-view.ts'
import type { EmbedView } from './wire.ts'

/** A classic embed for the page. */
export function embedView(embed: JsonObject, nameOf: NameOf): EmbedView {
  const marks = (value: Json | undefined) => (typeof value === 'string' ? readMarks(value, nameOf) : [])
  const { url, timestamp, color } = embed
  const accent = cssColour(color)
  const at = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN
  const fields: readonly Json[] = Array.isArray(embed.fields) ? embed.fields : []
  return {
    title: marks(embed.title),
    description: marks(embed.description),
    fields: fields.filter(isJsonObject).map(({ name, value, inline }) => ({
      name: marks(name),
      value: marks(value),
      inline: inline === true,
    })),
    ...(typeof url === 'string' && isSafeAddress(url) && { url }),
    ...named('author', embed.author, 'name'),
    ...named('footer', embed.footer, 'text'),
    ...(!Number.isNaN(at) && { at }),
    ...(accent !== undefined && { accent }),
    ...pictured('image', embed.image),
    ...pictured('thumbnail', embed.thumbnail),
  }
}

function named(part: 'author' | 'footer', value: Json | undefined, key: string) {
  const words = isJsonObject(value) ? value[key] : undefined
  return typeof words === 'string' ? { [part]: words } : {}
}

function pictured(part: 'image' | 'thumbnail', value: Json | undefined) {
  const picture = pictureView(value)
  return picture === undefined ? {} : { [part]: picture }
}
