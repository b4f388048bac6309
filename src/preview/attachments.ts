import { isJsonObject, type Json, type JsonObject, jsonText } from './json.ts'
import type { Attachment, Channel, Message, World } from './world.ts'

/** A file that came with a request. */
export interface Upload {
  /** The part after `files[` in the form: what `attachments[].id` refers to. */
  readonly index: string
  readonly filename: string
  readonly contentType: string
  readonly data: Uint8Array
}

/** Keeps a file that came with a request, described as its body says. */
export function toAttachment(
  world: World,
  upload: { readonly channel: Channel; readonly body: JsonObject; readonly file: Upload },
): Attachment {
  const told = Array.isArray(upload.body.attachments)
    ? upload.body.attachments.filter(isJsonObject).find((one) => jsonText(one.id) === upload.file.index)
    : undefined
  const description = typeof told?.description === 'string' ? told.description : undefined
  return keepFile(world, upload.channel.id, {
    ...upload.file,
    ...(description !== undefined && { description }),
  })
}

/** The files of a message that an edit leaves there. */
export function keptAttachments(before: Message, body: JsonObject): readonly Attachment[] {
  const { attachments } = body
  if (!Array.isArray(attachments)) return before.attachments
  const ids = attachments.flatMap((one: Json) => (isJsonObject(one) ? [jsonText(one.id)] : []))
  return before.attachments.filter(({ id }) => ids.includes(id))
}

/** Puts an attachment's address in every place that names it as attachment://name. */
export function resolveAttachments(value: Json, attachments: readonly Attachment[]): Json {
  if (typeof value === 'string' && value.startsWith('attachment://')) {
    const found = attachments.find(({ filename }) => filename === value.slice('attachment://'.length))
    return found?.url ?? value
  }
  if (Array.isArray(value)) return value.map((one: Json) => resolveAttachments(one, attachments))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      one === undefined ? one : resolveAttachments(one, attachments),
    ]),
  )
}

/** Keeps a file's bytes, and gives it the address at which they are served. */
export function keepFile(world: World, channelId: string, file: Omit<Attachment, 'id' | 'url'>): Attachment {
  const { filename, contentType, data, description } = file
  const id = world.nextId()
  const url = `${world.cdnUrl}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`
  const attachment = {
    id,
    filename,
    contentType,
    data,
    url,
    ...(description !== undefined && { description }),
  }
  world.files.set(id, attachment)
  return attachment
}
