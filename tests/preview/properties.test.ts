import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseCommandLine } from '../../src/preview/command-line.ts'
import type { Json, JsonObject } from '../../src/preview/json.ts'
import { Refusal } from '../../src/preview/refusal.ts'
import { checkCommandList } from '../../src/preview/rules/commands.ts'
import { numberComponents, walkComponents } from '../../src/preview/rules/component-walk.ts'
import { formOf, nestErrors } from '../../src/preview/rules/field.ts'
import { checkInteractionAnswer } from '../../src/preview/rules/interaction-answer.ts'
import { checkMessage } from '../../src/preview/rules/message.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import type { Command } from '../../src/preview/world.ts'
import { send } from './call.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ rateLimits: 'off' })
})
afterAll(() => standIn.close())

/** Bodies with the keys that the rules look at, holding whatever JSON can hold. */
const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
const keys = [
  'accessory',
  'allowed_mentions',
  'choices',
  'components',
  'content',
  'custom_id',
  'data',
  'embeds',
  'fields',
  'flags',
  'media',
  'message_id',
  'message_reference',
  'id',
  'attachments',
  'applied_tags',
  'name',
  'nonce',
  'options',
  'parse',
  'type',
  'url',
  'value',
]
const { body } = fc.letrec<{ body: Json; component: JsonObject }>((tie) => ({
  body: fc.oneof(
    { weight: 1, arbitrary: anything },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 2, arbitrary: fc.array(tie('body'), { maxLength: 3 }) },
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...keys), tie('body'), { maxKeys: 6 }) },
  ),
  component: fc.record(
    {
      type: fc.integer({ min: 1, max: 18 }),
      id: fc.integer({ min: 0, max: 9 }),
      components: fc.array(tie('component'), { maxLength: 3 }),
      accessory: tie('component'),
    },
    { requiredKeys: ['type'] },
  ) as fc.Arbitrary<JsonObject>,
}))

it.each<[string, (value: Json) => void]>([
  ['messages', (value) => checkMessage(formOf(value), { filenames: [] })],
  ['commands', (value) => checkCommandList(formOf(value))],
  [
    'answers',
    (value) => checkInteractionAnswer(formOf({ type: 4, data: value }), { type: 2, filenames: [] }),
  ],
  [
    'choices',
    (value) => checkInteractionAnswer(formOf({ type: 8, data: value }), { type: 4, filenames: [] }),
  ],
  ['modals', (value) => checkInteractionAnswer(formOf({ type: 9, data: value }), { type: 2, filenames: [] })],
])('the rules for %s take or refuse any JSON, and never break', (_what, check) => {
  const isFineOrRefused = (value: Json) => {
    try {
      check(value)
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
    }
  }
  fc.assert(fc.property(body, isFineOrRefused), { numRuns: 500 })
})

it('any message body gets an answer of Discord’s, by the whole way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), body), async (value) => {
      const { status } = await send(standIn, value)
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 150 },
  )
})

it('every component gets a number of its own, and keeps the one it had', () => {
  const component = fc.letrec<{ one: JsonObject }>((tie) => ({
    one: fc.record(
      {
        type: fc.integer({ min: 1, max: 18 }),
        components: fc.array(tie('one'), { maxLength: 3 }),
        accessory: tie('one'),
      },
      { requiredKeys: ['type'] },
    ) as fc.Arbitrary<JsonObject>,
  })).one
  fc.assert(
    fc.property(fc.array(component, { maxLength: 4 }), (components) => {
      const numbered = walkComponents(numberComponents(components))
      expect(numbered.map(({ id }) => id)).toEqual(numbered.map((_, index) => index + 1))
      expect(numbered).toHaveLength(walkComponents(components).length)
      expect(numberComponents(numberComponents(components))).toEqual(numberComponents(components))
    }),
  )
})

it('no problem is lost in the nested form', () => {
  const problem = fc.record({
    path: fc.array(fc.oneof(fc.constantFrom('a', 'b'), fc.nat(2)), { maxLength: 3 }),
    code: fc.string(),
    message: fc.string(),
  })
  const count = (errors: Json | undefined): number => {
    if (typeof errors !== 'object' || errors === null || Array.isArray(errors)) return 0
    return Object.entries(errors).reduce(
      (sum, [key, below]) => sum + (key === '_errors' && Array.isArray(below) ? below.length : count(below)),
      0,
    )
  }
  fc.assert(fc.property(fc.array(problem), (problems) => count(nestErrors(problems)) === problems.length))
})

it('a quoted value comes back as it was typed, whatever stands between the quotes', () => {
  const command: Command = {
    id: '1',
    type: 1,
    name: 'ask',
    options: [
      { type: 3, name: 'word' },
      { type: 3, name: 'other' },
    ],
  }
  const quote = (text: string) => `"${text}"`
  const text = fc.string({
    minLength: 1,
    unit: fc.constantFrom('a', ' ', "'", '\\', ':', 'é', 'word:b'),
  })
  fc.assert(
    fc.property(text, text, (word, other) => {
      const line = `/ask word:${quote(word)} other:${quote(other)}`
      expect(parseCommandLine(line, [command]).options).toEqual({ word: quote(word), other: quote(other) })
    }),
  )
})
