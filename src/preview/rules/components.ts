import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Json } from '../json.ts'
import { walkComponents } from './component-walk.ts'
import {
  at,
  checkUnique,
  checkUrl,
  complain,
  complainMissing,
  type Field,
  readItems,
  readText,
  readWhole,
} from './field.ts'

/** Most components that a message with Components V2 may have, nested ones counted. */
const maxComponents = 40

/** Most characters that all text displays of a message may have together. */
const maxDisplayedText = 4000

const maxCustomIdLength = 100
const maxMediaUrlLength = 2048

const selectTypes: readonly Json[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

const containerChildren: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
]

const topLevel: readonly ComponentType[] = [...containerChildren, ComponentType.Container]

/**
 * Checks the components of a message: which may stand where, how many, how long, and that no
 * custom_id occurs twice. Without Components V2 there are only up to five action rows.
 */
export function checkComponents(field: Field, version2: boolean): void {
  const places = readItems(field, { max: version2 ? maxComponents : 5 })
  for (const place of places) checkComponent(place, version2 ? topLevel : [ComponentType.ActionRow])
  checkUnique(
    collectCustomIds(places),
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  )
  if (version2) checkTotals(field)
}

/** Checks one select menu of any kind, in a message or a modal. */
export function checkSelect(field: Field): void {
  checkCustomId(at(field, 'custom_id'))
  readText(at(field, 'placeholder'), { max: 150 })
  const least = readWhole(at(field, 'min_values'), { max: 25 }) ?? 1
  const most = readWhole(at(field, 'max_values'), { min: 1, max: 25 }) ?? 1
  if (least > most)
    complain(
      at(field, 'min_values'),
      'COMPONENT_MIN_VALUES_TOO_LARGE',
      'min_values may not exceed max_values',
    )
  if (at(field, 'type').value === ComponentType.StringSelect) checkSelectOptions(field, most)
}

/** Checks the custom_id of a component or modal. */
export function checkCustomId(field: Field): void {
  readText(field, { min: 1, max: maxCustomIdLength, required: true })
}

/** The places of all custom_ids at and below the given components. */
export function collectCustomIds(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [
    at(field, 'custom_id'),
    ...collectCustomIds(childItems(field)),
    ...(at(field, 'accessory').value === undefined ? [] : [at(at(field, 'accessory'), 'custom_id')]),
    ...(at(field, 'component').value === undefined ? [] : [at(at(field, 'component'), 'custom_id')]),
  ])
}

/** Checks a text display's own length. */
export function checkTextDisplay(field: Field): void {
  readText(at(field, 'content'), { min: 1, max: maxDisplayedText, required: true })
}

function childItems(field: Field): readonly Field[] {
  const children = at(field, 'components')
  return Array.isArray(children.value) ? readItems(children, { max: Number.POSITIVE_INFINITY }) : []
}

const checks = new Map<Json | undefined, (field: Field) => void>([
  [ComponentType.ActionRow, checkActionRow],
  [ComponentType.Section, checkSection],
  [ComponentType.TextDisplay, checkTextDisplay],
  [ComponentType.MediaGallery, checkGallery],
  [ComponentType.File, checkFile],
  [ComponentType.Separator, (field) => readWhole(at(field, 'spacing'), { min: 1, max: 2 })],
  [ComponentType.Container, checkContainer],
])

function checkComponent(field: Field, allowed: readonly ComponentType[]): void {
  const type = at(field, 'type')
  if (allowed.some((one) => one === type.value)) checks.get(type.value)?.(field)
  else complain(type, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed.join(', ')}).`)
}

function checkActionRow(field: Field): void {
  const children = readItems(at(field, 'components'), { min: 1, max: 5, required: true })
  const selects = children.filter((child) => selectTypes.includes(at(child, 'type').value ?? null))
  if (selects.length > 0 && children.length > 1)
    complain(
      at(field, 'components'),
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    )
  for (const child of children) {
    if (selects.includes(child)) checkSelect(child)
    else if (at(child, 'type').value === ComponentType.Button) checkButton(child)
    else
      complain(
        at(child, 'type'),
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
      )
  }
}

function checkButton(field: Field): void {
  const style = readWhole(at(field, 'style'), { min: 1, max: 6, required: true })
  readText(at(field, 'label'), { max: 80 })
  const custom = at(field, 'custom_id')
  const url = at(field, 'url')
  if (style === ButtonStyle.Premium) return
  if (!at(field, 'label').value && at(field, 'emoji').value === undefined)
    complain(field, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji')
  if (style === ButtonStyle.Link) {
    checkUrl(url, ['http', 'https', 'discord'], { max: 512, required: true })
    if (custom.value !== undefined)
      complain(custom, 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified')
  } else {
    checkCustomId(custom)
    if (url.value !== undefined)
      complain(url, 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified')
  }
}

function checkSelectOptions(field: Field, most: number): void {
  const options = readItems(at(field, 'options'), { min: 1, max: 25, required: true })
  for (const option of options) {
    readText(at(option, 'label'), { min: 1, max: 100, required: true })
    readText(at(option, 'value'), { min: 1, max: 100, required: true })
    readText(at(option, 'description'), { max: 100 })
  }
  checkUnique(
    options.map((option) => at(option, 'value')),
    'COMPONENT_OPTION_VALUE_DUPLICATED',
    'The specified option value is already used',
  )
  if (options.filter((option) => at(option, 'default').value === true).length > most)
    complain(
      at(field, 'options'),
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      `Must be ${most} or fewer default values.`,
    )
}

function checkSection(field: Field): void {
  for (const child of readItems(at(field, 'components'), { min: 1, max: 3, required: true }))
    checkComponent(child, [ComponentType.TextDisplay])
  const accessory = at(field, 'accessory')
  const type = at(accessory, 'type')
  if (accessory.value === undefined) complainMissing(accessory)
  else if (type.value === ComponentType.Button) checkButton(accessory)
  else if (type.value === ComponentType.Thumbnail) checkMedia(accessory)
  else complain(type, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (2, 11).')
}

function checkFile(field: Field): void {
  checkUrl(at(at(field, 'file'), 'url'), ['attachment'], { max: maxMediaUrlLength, required: true })
}

function checkGallery(field: Field): void {
  for (const item of readItems(at(field, 'items'), { min: 1, max: 10, required: true })) checkMedia(item)
}

function checkMedia(field: Field): void {
  checkUrl(at(at(field, 'media'), 'url'), ['http', 'https', 'attachment'], {
    max: maxMediaUrlLength,
    required: true,
  })
  readText(at(field, 'description'), { max: 1024 })
}

function checkContainer(field: Field): void {
  for (const child of readItems(at(field, 'components'), { min: 1, max: maxComponents, required: true }))
    checkComponent(child, containerChildren)
  readWhole(at(field, 'accent_color'), { max: 0xffffff })
}

function checkTotals(field: Field): void {
  const all = walkComponents(field.value)
  if (all.length > maxComponents)
    complain(
      field,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The message has ${all.length} components, at most ${maxComponents} are allowed`,
    )
  const displayed = all
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .reduce((sum, { content }) => sum + (typeof content === 'string' ? content.length : 0), 0)
  if (displayed > maxDisplayedText)
    complain(
      field,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size exceeds the maximum size of ${maxDisplayedText}`,
    )
}
