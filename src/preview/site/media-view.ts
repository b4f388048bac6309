import { isJsonObject, type Json } from '../json.ts'
import type { Attachment } from '../world.ts'
import type { FileView, PictureView } from './wire.ts'

/** A file at its address on the page's own origin. */
export function fileView(file: Attachment): FileView {
  return {
    url: ownAddress(file.url),
    name: file.filename,
    size: file.data.byteLength,
    type: file.contentType,
    ...(file.description !== undefined && { description: file.description }),
  }
}

/** A picture as a component or embed names it; undefined where it names none. */
export function pictureView(value: Json | undefined, spoiler = false): PictureView | undefined {
  if (!isJsonObject(value)) return undefined
  const media = isJsonObject(value.media) ? value.media : value
  if (typeof media.url !== 'string') return undefined
  return {
    url: ownAddress(media.url),
    ...(typeof value.description === 'string' && { description: value.description }),
    spoiler: spoiler || value.spoiler === true,
  }
}

/** The stand-in's files are served beside the page as well; any other address stays as it is. */
export function ownAddress(url: string): string {
  return url.replace(/^http:\/\/127\.0\.0\.1:\d+(?=\/attachments\/)/, '')
}

/** A colour as Discord counts it, as CSS writes it. */
export function cssColour(value: Json | undefined): string | undefined {
  return typeof value === 'number' ? `#${value.toString(16).padStart(6, '0')}` : undefined
}
