import {
  ApplicationCommandType,
  Locale,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10'
import { isJsonObject, type Json, jsonText } from '../json.ts'
import { at, checkUnique, complain, type Field, readItems, readText, readWhole } from './field.ts'

/** Most commands of each type. */
const maxCommands = new Map<Json, number>([
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
])

/** Most characters that the names, descriptions and choice values of one command may have together. */
const maxCommandText = 8000

const maxNameLength = 32
const maxDescriptionLength = 100
const maxOptions = 25

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const locales: readonly string[] = Object.values(Locale)
const withChoices: readonly unknown[] = [OptionType.String, OptionType.Integer, OptionType.Number]
const numeric: readonly unknown[] = [OptionType.Integer, OptionType.Number]

/** Checks a whole list of commands as it is registered. */
export function checkCommandList(field: Field): void {
  const commands = readItems(field, { max: 130 })
  for (const command of commands) checkCommand(command)
  for (const [type, most] of maxCommands) {
    const ofType = commands.filter((command) => typeOf(command) === type)
    if (ofType.length > most)
      complain(
        field,
        'APPLICATION_COMMANDS_EXCEEDED',
        `Max application commands of type ${String(type)} reached (${most}).`,
      )
    checkUnique(
      ofType.map((command) => at(command, 'name')),
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    )
  }
}

/** Checks one command: names, descriptions, options and their order, translations, permissions. */
export function checkCommand(field: Field): void {
  const type = typeOf(field)
  if (!maxCommands.has(type))
    complain(at(field, 'type'), 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3).')
  const isSlash = type === ApplicationCommandType.ChatInput
  checkName(field, isSlash)
  if (isSlash) checkDescription(field)
  else if (at(field, 'description').value)
    complain(
      at(field, 'description'),
      'APPLICATION_COMMAND_DESCRIPTION_INVALID',
      'Context menu commands cannot have description',
    )
  if (!isSlash && at(field, 'options').value !== undefined)
    complain(
      at(field, 'options'),
      'APPLICATION_COMMAND_OPTIONS_INVALID',
      'Context menu commands cannot have options',
    )
  checkOptions(at(field, 'options'), [OptionType.SubcommandGroup, OptionType.Subcommand])
  checkPermissions(at(field, 'default_member_permissions'))
  for (const context of readItems(at(field, 'contexts'), { max: 3 })) readWhole(context, { max: 2 })
  for (const kind of readItems(at(field, 'integration_types'), { max: 2 })) readWhole(kind, { max: 1 })
  if (textLength(field.value ?? null) > maxCommandText)
    complain(field, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${maxCommandText})`)
}

function typeOf(command: Field): Json {
  return at(command, 'type').value ?? ApplicationCommandType.ChatInput
}

function checkName(field: Field, isSlash: boolean): void {
  const name = at(field, 'name')
  const text = readText(name, { min: 1, max: maxNameLength, required: true })
  if (isSlash && text !== undefined && !isSlashName(text)) complainName(name)
  for (const translation of checkTranslations(at(field, 'name_localizations'), maxNameLength))
    if (isSlash && !isSlashName(jsonText(translation.value))) complainName(translation)
}

function checkDescription(field: Field): void {
  readText(at(field, 'description'), { min: 1, max: maxDescriptionLength, required: true })
  checkTranslations(at(field, 'description_localizations'), maxDescriptionLength)
}

function isSlashName(text: string): boolean {
  return slashName.test(text) && text === text.toLowerCase()
}

function complainName(field: Field): void {
  complain(field, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
}

function checkTranslations(field: Field, max: number): readonly Field[] {
  if (!isJsonObject(field.value)) return []
  return Object.keys(field.value).map((locale) => {
    const translation = at(field, locale)
    if (!locales.includes(locale))
      complain(translation, 'BASE_TYPE_CHOICES', `Value "${locale}" is not a locale that Discord knows.`)
    readText(translation, { min: 1, max, required: true })
    return translation
  })
}

/** Discord's API description has a number, its documentation a string of digits: both are taken. */
function checkPermissions(field: Field): void {
  if (typeof field.value === 'number' && Number.isSafeInteger(field.value) && field.value >= 0) return
  const text = readText(field, { max: 20 })
  if (text !== undefined && !/^\d+$/.test(text))
    complain(field, 'NUMBER_TYPE_COERCE', `Value "${text}" is not int.`)
}

/** `nesting` are the types of options that may have options of their own here. */
function checkOptions(field: Field, nesting: readonly OptionType[]): void {
  const options = readItems(field, { max: maxOptions })
  checkUnique(
    options.map((option) => at(option, 'name')),
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
    'Option names must be unique',
  )
  const nested = options.filter((option) => isNesting(option))
  if (nested.length > 0 && nested.length < options.length)
    complain(
      field,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    )
  let isOptionalSeen = false
  for (const option of options) {
    checkOption(option, nesting)
    const isRequired = at(option, 'required').value === true
    if (isRequired && isOptionalSeen)
      complain(
        option,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      )
    if (!isRequired) isOptionalSeen = true
  }
}

function isNesting(option: Field): boolean {
  const type = at(option, 'type').value
  return type === OptionType.Subcommand || type === OptionType.SubcommandGroup
}

function checkOption(option: Field, nesting: readonly OptionType[]): void {
  const type = readWhole(at(option, 'type'), { min: 1, max: 11, required: true })
  checkName(option, true)
  checkDescription(option)
  if (isNesting(option)) {
    if (!nesting.some((allowed) => allowed === type))
      complain(
        at(option, 'type'),
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-commands cannot be nested here',
      )
    checkOptions(at(option, 'options'), type === OptionType.SubcommandGroup ? [OptionType.Subcommand] : [])
  } else checkValueOption(option, type)
}

function checkValueOption(option: Field, type: number | undefined): void {
  const choices = readItems(at(option, 'choices'), { max: maxOptions })
  const completes = at(option, 'autocomplete')
  if ((choices.length > 0 || completes.value === true) && !withChoices.includes(type))
    complain(
      option,
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'This option type takes neither choices nor autocomplete',
    )
  if (choices.length > 0 && completes.value === true)
    complain(
      completes,
      'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
      'Autocomplete and choices are mutually exclusive',
    )
  for (const choice of choices) {
    readText(at(choice, 'name'), { min: 1, max: 100, required: true })
    if (type === OptionType.String) readText(at(choice, 'value'), { max: 100, required: true })
    else if (typeof at(choice, 'value').value !== 'number')
      complain(at(choice, 'value'), 'NUMBER_TYPE_COERCE', 'Value is not a number.')
  }
  readWhole(at(option, 'min_length'), { max: 6000 })
  readWhole(at(option, 'max_length'), { min: 1, max: 6000 })
  for (const bound of ['min_value', 'max_value'])
    if (at(option, bound).value !== undefined && !numeric.includes(type))
      complain(
        at(option, bound),
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Only numeric options have bounds',
      )
}

function textLength(value: Json): number {
  if (!isJsonObject(value)) return 0
  const own = [value.name, value.description, value.value].map((text) =>
    typeof text === 'string' ? text.length : 0,
  )
  const below = [value.options, value.choices].flatMap((list) => (Array.isArray(list) ? list : []))
  return [...own, ...below.map(textLength)].reduce((sum, length) => sum + length, 0)
}
