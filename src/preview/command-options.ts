import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { Command } from './world.ts'

/** A file given to a command. */
export interface GivenFile {
  readonly filename: string
  readonly contentType?: string
  readonly data: string | Uint8Array
}

/** Values by option name: texts, numbers and booleans; ids for channels, roles, users and mentionables; files. */
export type GivenOptions = Readonly<Record<string, string | number | boolean | GivenFile>>

/** An option as the command was registered with it. */
export interface OptionDefinition {
  readonly name: string
  readonly description: string
  readonly type: OptionType
  readonly required: boolean
  readonly autocomplete: boolean
  readonly choices: readonly { readonly name: string; readonly value: Json }[]
  readonly options: readonly OptionDefinition[]
  /** The whole registered option. */
  readonly raw: JsonObject
}

/** A command's place in its groups, and the options that can be given there. */
export interface CommandPlace {
  /** Group and subcommand, outermost first; empty for a command without. */
  readonly path: readonly OptionDefinition[]
  readonly options: readonly OptionDefinition[]
}

/** Reads registered options. */
export function optionDefinitions(options: Json | undefined): readonly OptionDefinition[] {
  if (!Array.isArray(options)) return []
  return options.filter(isJsonObject).map((raw) => ({
    name: String(raw.name),
    description: String(raw.description),
    type: Number(raw.type),
    required: raw.required === true,
    autocomplete: raw.autocomplete === true,
    choices: Array.isArray(raw.choices)
      ? raw.choices
          .filter(isJsonObject)
          .map(({ name, value }) => ({ name: String(name), value: value ?? null }))
      : [],
    options: optionDefinitions(raw.options),
    raw,
  }))
}

/**
 * Finds a subcommand by the words after the command's name.
 * @throws Error that lists what exists, where a word is unknown or one is missing or too many.
 */
export function findPlace(command: Command, words: readonly string[]): CommandPlace {
  const path: OptionDefinition[] = []
  let options = optionDefinitions(command.options)
  for (const word of words) {
    const found = options.find((option) => isNesting(option) && option.name === word)
    if (found === undefined)
      throw new Error(`/${namesOf(command, path)} has no subcommand "${word}"${listNesting(options)}`)
    path.push(found)
    options = found.options
  }
  if (options.some(isNesting))
    throw new Error(`/${namesOf(command, path)} needs a subcommand${listNesting(options)}`)
  return { path, options }
}

/** Says whether an option is a subcommand or a group of them. */
export function isNesting(option: OptionDefinition): boolean {
  return option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup
}

/**
 * Checks given values as Discord's client does: known names, required ones there, choices, bounds, types.
 * @throws Error that names the option and what it takes.
 */
export function checkGiven(place: CommandPlace, given: GivenOptions): void {
  for (const name of Object.keys(given))
    if (!place.options.some((option) => option.name === name))
      throw new Error(`Unknown option "${name}"; there are: ${listOptions(place.options)}`)
  for (const option of place.options) {
    const value = given[option.name]
    if (value !== undefined) checkValue(option, value)
    else if (option.required)
      throw new Error(`Option "${option.name}" is required; there are: ${listOptions(place.options)}`)
  }
}

/** The options of a command in a line, required ones marked: "query (required), publisher". */
export function listOptions(options: readonly OptionDefinition[]): string {
  if (options.length === 0) return 'none'
  return options.map(({ name, required }) => (required ? `${name} (required)` : name)).join(', ')
}

/** Checks one value against its option. */
function checkValue(option: OptionDefinition, value: string | number | boolean | GivenFile): void {
  const refuse = (takes: string): never => {
    throw new Error(`Option "${option.name}" takes ${takes}, not ${briefly(value)}`)
  }
  if (option.type === OptionType.Boolean && typeof value !== 'boolean') refuse('true or false')
  if (option.type === OptionType.Integer && !Number.isInteger(value)) refuse('a whole number')
  if (option.type === OptionType.Number && typeof value !== 'number') refuse('a number')
  if (option.type === OptionType.Attachment) {
    if (typeof value !== 'object') refuse('a file')
  } else if (isTextual(option) && (typeof value !== 'string' || value === '')) refuse('a text')
  if (option.choices.length > 0 && !option.choices.some((choice) => choice.value === value))
    refuse(`one of ${option.choices.map((choice) => String(choice.value)).join(', ')}`)
  const size = typeof value === 'string' ? value.length : value
  const least = option.raw.min_value ?? option.raw.min_length
  const most =
    option.raw.max_value ?? option.raw.max_length ?? (typeof value === 'string' ? maxTextLength : undefined)
  if (typeof size === 'number' && typeof least === 'number' && size < least) refuse(`${least} at least`)
  if (typeof size === 'number' && typeof most === 'number' && size > most) refuse(`${most} at most`)
}

/** A value in a message: what is long is cut, and its length is said. */
function briefly(value: string | number | boolean | GivenFile): string {
  if (typeof value !== 'string' || value.length <= shownLength) return JSON.stringify(value)
  return `${JSON.stringify(`${value.slice(0, shownLength)}…`)} (${value.length} characters)`
}

/** Most characters of a text that a message repeats. */
const shownLength = 60
/** Most characters of a text option. */
const maxTextLength = 6000

function isTextual({ type }: OptionDefinition): boolean {
  return type !== OptionType.Boolean && type !== OptionType.Integer && type !== OptionType.Number
}

function namesOf(command: Command, path: readonly OptionDefinition[]): string {
  return [command.name, ...path.map(({ name }) => name)].join(' ')
}

function listNesting(options: readonly OptionDefinition[]): string {
  const names = options.filter(isNesting).map(({ name }) => name)
  return names.length === 0 ? '; it has none' : `; there are: ${names.join(', ')}`
}
