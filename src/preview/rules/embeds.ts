import { at, checkUrl, complain, type Field, readItems, readText } from './field.ts'

/** Most characters that all embeds of a message may have together. */
const maxEmbedText = 6000

const webSchemes = ['http', 'https'] as const
const imageSchemes = ['http', 'https', 'attachment'] as const
const maxUrlLength = 2048

/** Checks embeds: their parts' lengths, their addresses, and the sum of all characters. */
export function checkEmbeds(field: Field): void {
  const embeds = readItems(field, { max: 10 })
  for (const embed of embeds) checkEmbed(embed)
  const total = embeds.reduce((sum, embed) => sum + embedTexts(embed).join('').length, 0)
  if (total > maxEmbedText)
    complain(field, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${maxEmbedText}`)
}

/** Says whether an embed shows nothing at all, which Discord takes for no embed. */
export function isEmptyEmbed(field: Field): boolean {
  const shown = [
    at(at(field, 'image'), 'url').value,
    at(at(field, 'thumbnail'), 'url').value,
    ...embedTexts(field),
  ]
  return shown.every((part) => part === undefined || part === '')
}

function checkEmbed(field: Field): void {
  readText(at(field, 'title'), { max: 256 })
  readText(at(field, 'description'), { max: 4096 })
  readText(at(at(field, 'footer'), 'text'), { max: 2048 })
  readText(at(at(field, 'author'), 'name'), { max: 256 })
  checkUrl(at(field, 'url'), webSchemes, { max: maxUrlLength })
  checkUrl(at(at(field, 'author'), 'url'), webSchemes, { max: maxUrlLength })
  checkUrl(at(at(field, 'image'), 'url'), imageSchemes, { max: maxUrlLength })
  checkUrl(at(at(field, 'thumbnail'), 'url'), imageSchemes, { max: maxUrlLength })
  for (const part of readItems(at(field, 'fields'), { max: 25 })) {
    readText(at(part, 'name'), { min: 1, max: 256, required: true })
    readText(at(part, 'value'), { min: 1, max: 1024, required: true })
  }
}

function embedTexts(field: Field): readonly string[] {
  const fields = at(field, 'fields')
  const parts = Array.isArray(fields.value) ? readItems(fields, { max: Number.POSITIVE_INFINITY }) : []
  const places = [
    at(field, 'title'),
    at(field, 'description'),
    at(at(field, 'footer'), 'text'),
    at(at(field, 'author'), 'name'),
    ...parts.flatMap((part) => [at(part, 'name'), at(part, 'value')]),
  ]
  return places.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
}
