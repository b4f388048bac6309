import type { Upload } from '../attachments.ts'
import { isJsonObject, type Json } from '../json.ts'
import { Refusal } from '../refusal.ts'

/** Largest file of a bot without further privileges, in bytes. */
const maxFileBytes = 10 * 1024 * 1024

/** The body and the files of a request. */
export interface ReadBody {
  /** `undefined` where there was none. */
  readonly body: Json | undefined
  readonly files: readonly Upload[]
}

/**
 * Reads a JSON body, or a form with files and their JSON in `payload_json`.
 * @throws Refusal 50109 for what is no JSON, 40005 for files over 10 MiB.
 */
export async function readBody(request: Request): Promise<ReadBody> {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return readForm(await request.formData())
  const text = await request.text()
  return { body: text === '' ? undefined : parse(text), files: [] }
}

async function readForm(form: FormData): Promise<ReadBody> {
  const payload = form.get('payload_json')
  const files: Upload[] = []
  for (const [name, part] of form) {
    if (typeof part === 'string') continue
    if (part.size > maxFileBytes) throw new Refusal('tooLarge')
    files.push({
      index: /^files\[(\d+)\]$/.exec(name)?.[1] ?? name,
      filename: part.name,
      contentType: part.type || 'application/octet-stream',
      data: await part.bytes(),
    })
  }
  return { body: typeof payload === 'string' ? parse(payload) : textParts(form), files }
}

/** Without payload_json the form's own parts are the body. */
function textParts(form: FormData): Json {
  return Object.fromEntries(
    [...form].flatMap(([name, part]) => (typeof part === 'string' ? [[name, part]] : [])),
  )
}

function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return isJsonObject(value) || Array.isArray(value) ? value : null
  } catch {
    throw new Refusal('invalidJson')
  }
}
