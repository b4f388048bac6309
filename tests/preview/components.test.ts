import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../src/preview/json.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { problemsIn, send } from './call.ts'
import { button, container, many, option, row, section, select, text, thumbnail } from './component-bodies.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' })
})
afterAll(() => standIn.close())

const version2 = 1 << 15
it.each<[string, readonly JsonObject[]]>([
  ['text of 4,000 characters in two displays', [text(1999), text(2001)]],
  ['40 components, nested ones counted', [container(...many(39, () => text(5)))]],
  ['a section with a thumbnail', [section(thumbnail, text(5))]],
  ['a section with a button', [section(button('go'), text(5), text(5), text(5))]],
  ['five buttons in a row', [row(...many(5, (index) => button(`b${index}`)))]],
  ['a link button', [row({ type: 2, style: 5, label: 'Read', url: 'https://example.org' })]],
  ['a button with an emoji only', [row(button('go', { label: undefined, emoji: { name: '📰' } }))]],
  [
    'a select of 25 options',
    [row(select({ options: many(25, (index) => option(`o${index}`)), max_values: 25 }))],
  ],
  ['a channel select', [row({ type: 8, custom_id: 'where' })]],
  [
    'a gallery and a separator',
    [{ type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }, { type: 14 }],
  ],
])('takes %s', async (_what, components) => {
  const answer = await send(standIn, { flags: version2, components })
  expect([answer.status, answer.body.code]).toEqual([200, undefined])
})

it.each<[string, readonly Json[], readonly string[]]>([
  [
    '41 components',
    [container(...many(40, () => text(5)))],
    ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    '4,001 characters of text',
    [text(2000), text(2001)],
    ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  ['an empty text', [text(0)], ['components.0.content BASE_TYPE_BAD_LENGTH']],
  ['an unknown type', [{ type: 99 }], ['components.0.type UNION_TYPE_CHOICES']],
  ['a button outside a row', [button('go')], ['components.0.type UNION_TYPE_CHOICES']],
  [
    'a container in a container',
    [container(container(text(1)))],
    ['components.0.components.0.type UNION_TYPE_CHOICES'],
  ],
  ['an empty container', [container()], ['components.0.components BASE_TYPE_BAD_LENGTH']],
  [
    'a section without accessory',
    [section(undefined, text(5))],
    ['components.0.accessory BASE_TYPE_REQUIRED'],
  ],
  [
    'a section of four texts',
    [section(thumbnail, ...many(4, () => text(1)))],
    ['components.0.components BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a section around a row',
    [section(thumbnail, row(button('a')))],
    ['components.0.components.0.type UNION_TYPE_CHOICES'],
  ],
  ['an empty row', [row()], ['components.0.components BASE_TYPE_BAD_LENGTH']],
  [
    'six buttons in a row',
    [row(...many(6, (index) => button(`b${index}`)))],
    ['components.0.components BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a select beside a button',
    [row(select(), button('go'))],
    ['components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'a custom_id twice',
    [row(button('go')), container(row(button('go')))],
    ['components.1.components.0.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a custom_id twice, once on an accessory',
    [row(button('go')), section(button('go'), text(1))],
    ['components.1.accessory.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a custom_id of 101 characters',
    [row(button('x'.repeat(101)))],
    ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a label of 81 characters',
    [row(button('go', { label: 'x'.repeat(81) }))],
    ['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a button without label or emoji',
    [row(button('go', { label: '' }))],
    ['components.0.components.0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
  ],
  [
    'a button without custom_id',
    [row(button('go', { custom_id: undefined }))],
    ['components.0.components.0.custom_id BASE_TYPE_REQUIRED'],
  ],
  [
    'a link without url',
    [row({ type: 2, style: 5, label: 'Read' })],
    ['components.0.components.0.url BASE_TYPE_REQUIRED'],
  ],
  [
    'a link to a file',
    [row({ type: 2, style: 5, label: 'Read', url: 'file:///etc/passwd' })],
    ['components.0.components.0.url URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a link that is none',
    [row({ type: 2, style: 5, label: 'Read', url: 'example' })],
    ['components.0.components.0.url URL_TYPE_INVALID_URL'],
  ],
  [
    'a link with a custom_id',
    [row({ type: 2, style: 5, label: 'Read', url: 'https://a.org', custom_id: 'a' })],
    ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_AND_URL'],
  ],
  [
    'a select without options',
    [row(select({ options: [] }))],
    ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  ],
  [
    '26 options',
    [row(select({ options: many(26, (index) => option(`o${index}`)) }))],
    ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'an option value twice',
    [row(select({ options: [option('a'), option('a')] }))],
    ['components.0.components.0.options.1.value COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'an option label of 101 characters',
    [row(select({ options: [{ label: 'x'.repeat(101), value: 'a' }] }))],
    ['components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'more least than most values',
    [row(select({ min_values: 2 }))],
    ['components.0.components.0.min_values COMPONENT_MIN_VALUES_TOO_LARGE'],
  ],
  [
    'a placeholder of 151 characters',
    [row(select({ placeholder: 'x'.repeat(151) }))],
    ['components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an attachment that is not there',
    [{ type: 13, file: { url: 'attachment://chart.png' } }],
    ['components UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
  ],
])('refuses %s', async (_what, components, problems) => {
  const answer = await send(standIn, { flags: version2, components })
  expect([answer.status, answer.body.code, problemsIn(answer)]).toEqual([400, 50035, problems])
})

it('refuses descriptions of files and pictures over 1,024 characters', async () => {
  const long = 'x'.repeat(1025)
  const picture = { media: { url: 'https://example.org/a.png' } }
  const gallery = { type: 12, items: [{ ...picture, description: long }] }
  expect(problemsIn(await send(standIn, { flags: version2, components: [gallery] }))).toEqual([
    'components.0.items.0.description BASE_TYPE_MAX_LENGTH',
  ])
  const attachments = [{ id: '0', description: long }]
  expect(problemsIn(await send(standIn, { content: 'x', attachments }))).toEqual([
    'attachments.0.description BASE_TYPE_MAX_LENGTH',
  ])
})

it('allows without the flag nothing but five action rows', async () => {
  const rows = many(5, (index) => row(button(`b${index}`)))
  expect((await send(standIn, { components: rows })).status).toBe(200)
  expect(problemsIn(await send(standIn, { components: [...rows, row(button('b5'))] }))).toEqual([
    'components BASE_TYPE_MAX_LENGTH',
  ])
  expect(problemsIn(await send(standIn, { components: [text(5)] }))).toEqual([
    'components.0.type UNION_TYPE_CHOICES',
  ])
})

it('numbers components in the order of the tree, as Discord does', async () => {
  const components = [container(text(1), section(button('a'), text(1))), { ...text(1), id: 3 }]
  const { body } = await send(standIn, { flags: version2, components })
  expect(body.components).toMatchObject([
    { id: 1, components: [{ id: 2 }, { id: 4, components: [{ id: 5 }], accessory: { id: 6 } }] },
    { id: 3 },
  ])
})
