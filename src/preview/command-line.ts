import { ApplicationCommandType, ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10'
import {
  type CommandPlace,
  checkGiven,
  findPlace,
  type GivenOptions,
  isNesting,
  listOptions,
  type OptionDefinition,
  optionDefinitions,
} from './command-options.ts'
import type { Command } from './world.ts'

/** A slash command as it was typed: what a hand's `command` takes. */
export interface TypedCommand {
  /** With its subcommands: "follow add". */
  readonly name: string
  readonly options: GivenOptions
}

/** Finds the id of what a value names: `#news`, `@Readers` or `@mira` without their mark. */
export type FindId = (kind: 'channel' | 'role' | 'user', name: string) => string | undefined

/**
 * Reads a typed slash command such as `/whosaid speaker:Marco Rubio kind:quoted`. A value runs up to the next
 * option's name with its colon; within double quotes such a name is part of the value. The quotes of a text
 * are kept, as Discord keeps them: `query:"exact words" -not`. Choices can be given by name or by value, channels, roles and people by
 * their names where `findId` knows them.
 * @throws Error for an unknown command, subcommand or option, a missing required one or a value that does
 * not fit; it says what there is.
 * @example parseCommandLine('/follow add about:ships most:3', commands)
 * // => { name: 'follow add', options: { about: 'ships', most: 3 } }
 */
export function parseCommandLine(line: string, commands: readonly Command[], findId?: FindId): TypedCommand {
  const { command, words, rest } = readNames(line, commands)
  const place = findPlace(command, words)
  const given = new Map<string, GivenOptions[string]>()
  for (const { option, text } of readValues(rest, place)) {
    if (given.has(option.name)) throw new Error(`Option "${option.name}" is given twice`)
    const value = option.type === OptionType.String ? text : text.replace(/^"(.*)"$/, '$1')
    given.set(option.name, typeValue(option, value, findId))
  }
  const options = Object.fromEntries(given)
  checkGiven(place, options)
  return { name: [command.name, ...words].join(' '), options }
}

/** How a slash command is written, a line for each subcommand: "/search query publisher?". Nothing for menu commands. */
export function commandUsage(command: Command): readonly string[] {
  if (command.type !== ApplicationCommandType.ChatInput) return []
  const usage = (words: string, options: readonly OptionDefinition[]): readonly string[] =>
    options.some(isNesting)
      ? options.flatMap((option) => usage(`${words} ${option.name}`, option.options))
      : [[words, ...options.map(({ name, required }) => (required ? name : `${name}?`))].join(' ')]
  return usage(`/${command.name}`, optionDefinitions(command.options))
}

function readNames(
  line: string,
  commands: readonly Command[],
): { readonly command: Command; readonly words: readonly string[]; readonly rest: string } {
  const [head = '', ...tail] = line.trim().split(/\s+/)
  const slash = commands.filter(({ type }) => type === ApplicationCommandType.ChatInput)
  const command = slash.find(({ name }) => `/${name}` === head || name === head)
  if (command === undefined)
    throw new Error(
      `Unknown command "${head}"; there are: ${slash.map(({ name }) => `/${name}`).join(', ') || 'none'}`,
    )
  const words: string[] = []
  let options = optionDefinitions(command.options)
  for (const word of tail) {
    if (!options.some(isNesting) || word.includes(':')) break
    words.push(word)
    options = options.find((option) => isNesting(option) && option.name === word)?.options ?? []
  }
  return { command, words, rest: dropWords(line.trim(), words.length + 1) }
}

function dropWords(text: string, count: number): string {
  let rest = text
  for (let dropped = 0; dropped < count; dropped += 1) {
    const end = rest.search(/\s/)
    if (end === -1) return ''
    rest = rest.slice(end).trimStart()
  }
  return rest
}

interface GivenText {
  readonly option: OptionDefinition
  readonly text: string
}

function readValues(line: string, place: CommandPlace): readonly GivenText[] {
  const values: GivenText[] = []
  let rest = line
  while (rest !== '') {
    const option = optionAt(rest, place)
    const value = readValue(rest.slice(option.name.length + 1), place)
    values.push({ option, text: value.text })
    rest = value.rest
  }
  return values
}

function optionAt(text: string, place: CommandPlace): OptionDefinition {
  const found = place.options.find(({ name }) => text.startsWith(`${name}:`))
  if (found !== undefined) return found
  const [word = ''] = text.split(/[\s:]/)
  const problem = text.startsWith(`${word}:`)
    ? `Unknown option "${word}"`
    : `"${word}" stands before any option's name`
  throw new Error(`${problem}; there are: ${listOptions(place.options)}`)
}

function readValue(text: string, place: CommandPlace): { readonly text: string; readonly rest: string } {
  const trimmed = text.trimStart()
  const from = quotedLength(trimmed)
  const end = nextOption(trimmed, from)
  const rest = trimmed.slice(end)
  if (rest !== '') optionAt(rest, place)
  return { text: trimmed.slice(0, end).trim(), rest }
}

/** Where the next option's name begins behind `from`; the end of the text where none does. */
function nextOption(text: string, from: number): number {
  for (const { index } of text.slice(from).matchAll(/(?<=\s)\S/g)) {
    if (startsOption(text.slice(from + index))) return from + index
  }
  return text.length
}

/** Length of a quoted stretch at the beginning with both its quotes; 0 where none opens and closes. */
function quotedLength(text: string): number {
  return text.startsWith('"') ? text.indexOf('"', 1) + 1 : 0
}

/**
 * A word that looks like an option's name with its value: `publisher:CRBC`. Addresses (`https://`), times
 * (`7:30`) and words before a colon and a space do not. Known or not: a mistyped name must not vanish in a value.
 */
function startsOption(text: string): boolean {
  const colon = text.indexOf(':')
  if (colon <= 0 || text.startsWith('//', colon + 1)) return false
  const after = text[colon + 1]
  return /^[\p{L}_-]+$/u.test(text.slice(0, colon)) && after !== undefined && after.trim() !== ''
}

function typeValue(
  option: OptionDefinition,
  text: string,
  findId: FindId | undefined,
): string | number | boolean {
  if (option.choices.length > 0) return chooseValue(option, text)
  if (option.type === OptionType.Integer || option.type === OptionType.Number) {
    const number = Number(text)
    if (text === '' || Number.isNaN(number))
      throw new Error(`Option "${option.name}" takes a number, not "${text}"`)
    return number
  }
  if (option.type === OptionType.Boolean) return toBoolean(option, text)
  return findId === undefined ? text : (idOf(option, text, findId) ?? text)
}

function chooseValue(option: OptionDefinition, text: string): string | number {
  const wanted = text.toLowerCase()
  const found = option.choices.find(
    ({ name, value }) => name.toLowerCase() === wanted || String(value).toLowerCase() === wanted,
  )
  if (found === undefined)
    throw new Error(
      `Option "${option.name}" takes one of ${option.choices.map(({ name }) => name).join(', ')}, not "${text}"`,
    )
  return typeof found.value === 'number' ? found.value : String(found.value)
}

function toBoolean(option: OptionDefinition, text: string): boolean {
  const word = text.toLowerCase()
  if (['true', 'yes', 'on'].includes(word)) return true
  if (['false', 'no', 'off'].includes(word)) return false
  throw new Error(`Option "${option.name}" takes true or false, not "${text}"`)
}

function idOf(option: OptionDefinition, text: string, findId: FindId): string | undefined {
  const name = text.replace(/^[#@]/, '')
  if (option.type === OptionType.Channel) return findId('channel', name)
  if (option.type === OptionType.Role) return findId('role', name)
  if (option.type === OptionType.User) return findId('user', name)
  if (option.type === OptionType.Mentionable) return findId('role', name) ?? findId('user', name)
  return undefined
}
