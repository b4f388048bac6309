import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JsonObject } from '../../src/preview/json.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { call, problemsIn } from './call.ts'

let standIn: StandIn
beforeEach(async () => {
  standIn = await startStandIn({ rateLimits: 'off' })
})
afterEach(() => standIn.close())

const everywhere = `/applications/${seedIds.application}/commands`
const register = (...commands: readonly JsonObject[]) => call(standIn, `PUT ${everywhere}`, commands)
const latest = (changes: JsonObject = {}): JsonObject => ({ name: 'latest', description: 'News', ...changes })
const text = (name: string, changes: JsonObject = {}): JsonObject => ({
  type: 3,
  name,
  description: 'A text',
  ...changes,
})
const withOption = (changes: JsonObject) => latest({ options: [text('about', changes)] })

it('keeps the id of a command that is registered again, and drops what is left out', async () => {
  await register(latest(), latest({ name: 'help' }))
  const [first] = standIn.commands()
  await register(latest({ description: 'Newest' }))
  expect(standIn.commands()).toMatchObject([
    { id: first?.id, description: 'Newest', application_id: seedIds.application },
  ])
  expect(standIn.commands()).toHaveLength(1)
})

it('keeps the commands of a server apart', async () => {
  const path = `PUT /applications/${seedIds.application}/guilds/${seedIds.elsewhere}/commands`
  expect((await call(standIn, path, [latest()])).status).toBe(200)
  expect(standIn.commands()).toEqual([])
  expect(standIn.commands(seedIds.elsewhere)).toMatchObject([{ name: 'latest', guild_id: seedIds.elsewhere }])
  expect((await call(standIn, `PUT /applications/${seedIds.newsroom}/commands`, [])).body.code).toBe(50001)
})

it('adds, changes, shows and removes single commands', async () => {
  const { body: made } = await call(standIn, `POST ${everywhere}`, latest())
  const one = `${everywhere}/${String(made.id)}`
  expect((await call(standIn, `PATCH ${one}`, { description: 'Newest' })).body.description).toBe('Newest')
  expect((await call(standIn, `GET ${one}`)).body.name).toBe('latest')
  expect((await call(standIn, `DELETE ${one}`)).status).toBe(204)
  expect((await call(standIn, `GET ${one}`)).body.code).toBe(10063)
})

const manyTexts = (count: number) => Array.from({ length: count }, (_, index) => text(`option${index}`))
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `c${index}`, value: `${index}` }))

it.each<[string, JsonObject, readonly string[]]>([
  ['an upper-case name', latest({ name: 'Latest' }), ['0.name APPLICATION_COMMAND_INVALID_NAME']],
  ['a name with a space', latest({ name: 'who said' }), ['0.name APPLICATION_COMMAND_INVALID_NAME']],
  [
    'a name of 33 characters',
    latest({ name: 'x'.repeat(33) }),
    ['0.name BASE_TYPE_BAD_LENGTH', '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ],
  ['no description', latest({ description: '' }), ['0.description BASE_TYPE_BAD_LENGTH']],
  [
    'a description of 101 characters',
    latest({ description: 'x'.repeat(101) }),
    ['0.description BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a description on a menu command',
    latest({ type: 3 }),
    ['0.description APPLICATION_COMMAND_DESCRIPTION_INVALID'],
  ],
  ['26 options', latest({ options: manyTexts(26) }), ['0.options BASE_TYPE_MAX_LENGTH']],
  [
    'an option twice',
    latest({ options: [text('a'), text('a')] }),
    ['0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE'],
  ],
  [
    'a required option after an optional one',
    latest({ options: [text('a'), text('b', { required: true })] }),
    ['0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'subcommands beside values',
    latest({ options: [text('a'), { type: 1, name: 'b', description: 'b' }] }),
    ['0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  ['26 choices', withOption({ choices: choices(26) }), ['0.options.0.choices BASE_TYPE_MAX_LENGTH']],
  [
    'choices and autocomplete',
    withOption({ choices: choices(1), autocomplete: true }),
    ['0.options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_INVALID'],
  ],
  [
    'a choice of 101 characters',
    withOption({ choices: [{ name: 'a', value: 'x'.repeat(101) }] }),
    ['0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'autocomplete on a channel',
    withOption({ type: 7, autocomplete: true }),
    ['0.options.0 APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID'],
  ],
  [
    'an unknown locale',
    latest({ name_localizations: { xx: 'neu' } }),
    ['0.name_localizations.xx BASE_TYPE_CHOICES'],
  ],
  [
    'a translated name with a space',
    latest({ name_localizations: { de: 'neu es' } }),
    ['0.name_localizations.de APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'permissions in words',
    latest({ default_member_permissions: 'ManageGuild' }),
    ['0.default_member_permissions NUMBER_TYPE_COERCE'],
  ],
  [
    '8,001 characters in all',
    latest({
      options: manyTexts(25).map((option) => ({
        ...option,
        choices: choices(25).map((choice) => ({ ...choice, value: `${choice.value}${'x'.repeat(11)}` })),
      })),
    }),
    ['0 APPLICATION_COMMAND_TOO_LARGE'],
  ],
])('refuses a command with %s', async (_what, command, problems) => {
  const answer = await register(command)
  expect([answer.status, problemsIn(answer)]).toEqual([400, problems])
  expect(standIn.commands()).toEqual([])
})

it('refuses two commands of a name, and takes a menu command beside a slash command', async () => {
  expect(problemsIn(await register(latest(), latest()))).toEqual([
    '1.name APPLICATION_COMMANDS_DUPLICATE_NAME',
  ])
  expect((await register(latest(), { type: 3, name: 'latest' })).status).toBe(200)
})
