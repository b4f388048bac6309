import { MessageFlags } from 'discord-api-types/v10'
import type { Json } from '../json.ts'
import { Refusal } from '../refusal.ts'
import type { Message } from '../world.ts'
import { walkComponents } from './component-walk.ts'
import { checkComponents } from './components.ts'
import { checkEmbeds, isEmptyEmbed } from './embeds.ts'
import { at, complain, type Field, readItems, readText, readWhole } from './field.ts'
import { checkAllowedMentions } from './mentions.ts'

/** Most characters of a message's content for a bot. */
const maxContentLength = 2000

/** Most characters of a nonce. */
const maxNonceLength = 25

/** Most characters of a file's description. */
const maxDescriptionLength = 1024

/** What a message body is checked against. */
export interface MessageContext {
  /** The message that is edited; absent for a new one. A message that is still "thinking" counts as new. */
  readonly existing?: Message
  /** Names of the files that came with the request. */
  readonly filenames: readonly string[]
}

/**
 * Checks the body of a message that is sent or edited, and notes what Discord would refuse with 50035.
 * @throws Refusal 50006 for a new message that shows nothing.
 */
export function checkMessage(field: Field, context: MessageContext): void {
  const version2 = isVersion2(field, context)
  checkFlags(field, context)
  readText(at(field, 'content'), { max: maxContentLength })
  checkEmbeds(at(field, 'embeds'))
  checkComponents(at(field, 'components'), version2)
  checkAllowedMentions(at(field, 'allowed_mentions'))
  for (const attachment of readItems(at(field, 'attachments'), { max: 10 }))
    readText(at(attachment, 'description'), { max: maxDescriptionLength })
  checkNonce(at(field, 'nonce'))
  checkAttachmentReferences(field, context)
  if (version2) refuseLegacyFields(field)
  if (field.problems.length === 0) refuseEmpty(field, context)
}

/** Says whether a body makes, or leaves, a message of Components V2. */
function isVersion2(field: Field, context: MessageContext): boolean {
  const flags = at(field, 'flags').value
  const had = (context.existing?.flags ?? 0) & MessageFlags.IsComponentsV2
  return had !== 0 || (typeof flags === 'number' && (flags & MessageFlags.IsComponentsV2) !== 0)
}

function checkFlags(field: Field, context: MessageContext): void {
  const flags = at(field, 'flags')
  const wanted = readWhole(flags, { max: Number.MAX_SAFE_INTEGER })
  const had = (context.existing?.flags ?? 0) & MessageFlags.IsComponentsV2
  if (wanted !== undefined && had && !(wanted & MessageFlags.IsComponentsV2))
    complain(
      flags,
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The IS_COMPONENTS_V2 flag cannot be removed from a message',
    )
}

function refuseLegacyFields(field: Field): void {
  for (const name of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const legacy = at(field, name)
    const isEmpty = legacy.value === undefined || (Array.isArray(legacy.value) && legacy.value.length === 0)
    if (!isEmpty && legacy.value !== '')
      complain(
        legacy,
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      )
  }
}

function checkNonce(field: Field): void {
  if (field.value === undefined || (typeof field.value === 'number' && Number.isInteger(field.value))) return
  readText(field, { max: maxNonceLength })
}

function checkAttachmentReferences(field: Field, context: MessageContext): void {
  const kept = context.existing?.attachments.map(({ filename }) => filename) ?? []
  const known = new Set([...context.filenames, ...kept])
  for (const { name, place } of attachmentNames(field))
    if (!known.has(name))
      complain(
        place,
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `The referenced attachment was not found: ${name}`,
      )
}

function attachmentNames(field: Field): readonly { name: string; place: Field }[] {
  const components = at(field, 'components')
  const galleries = walkComponents(components.value).flatMap(({ media, file, items }) => [
    { media } as Json,
    { media: file } as Json,
    ...(Array.isArray(items) ? items : []),
  ])
  const embeds = at(field, 'embeds')
  const images = Array.isArray(embeds.value) ? readItems(embeds, { max: Number.POSITIVE_INFINITY }) : []
  const places = [
    ...galleries.map((value) => ({
      url: at(at({ ...components, value }, 'media'), 'url').value,
      place: components,
    })),
    ...images.flatMap((embed) =>
      ['image', 'thumbnail'].map((part) => ({
        url: at(at(embed, part), 'url').value,
        place: at(embed, part),
      })),
    ),
  ]
  return places.flatMap(({ url, place }) =>
    typeof url === 'string' && url.startsWith('attachment://')
      ? [{ name: url.slice('attachment://'.length), place }]
      : [],
  )
}

function refuseEmpty(field: Field, context: MessageContext): void {
  const { existing } = context
  const given = (name: string) => at(field, name).value
  const content = given('content')
  const embeds = readItems(at(field, 'embeds'), { max: 10 })
  const keeps = (name: 'content' | 'embeds' | 'components' | 'attachments') =>
    existing !== undefined && !hasKey(field, name) && existing[name].length > 0
  const shows = [
    typeof content === 'string' && content.trim() !== '',
    embeds.some((embed) => !isEmptyEmbed(embed)),
    isFilledList(given('components')),
    isFilledList(given('sticker_ids')),
    given('poll') !== undefined,
    isForward(given('message_reference')),
    context.filenames.length > 0,
    keeps('content') || keeps('embeds') || keeps('components') || keeps('attachments'),
  ]
  if (!shows.includes(true)) throw new Refusal('emptyMessage')
}

function hasKey(field: Field, name: string): boolean {
  return typeof field.value === 'object' && field.value !== null && name in field.value
}

function isFilledList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0
}

function isForward(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 1
}
