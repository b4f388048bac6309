import { isJsonObject, type Json, type JsonObject } from './json.ts'
import type { Command } from './world.ts'

/** A command as a person names it, and as the application knows it. */
interface Called<Options> {
  /** With its subcommands: "follow add". */
  readonly name: string
  readonly options: Readonly<Record<string, Options>>
}

/** Commands as Discord shows them in a language: with the names and descriptions registered for it, where there are any. */
export function commandsIn(locale: string, commands: readonly Command[]): readonly Command[] {
  return commands.map((command) => ({ ...command, ...shownIn(locale, command) }) as Command)
}

/** What was called by the names of a language, by the names that the application knows. */
export function knownNames<Options>(
  locale: string,
  commands: readonly Command[],
  { name, options }: Called<Options>,
): Called<Options> {
  const [head = '', ...words] = name.split(' ')
  let place = find(locale, commands, name) ?? find(locale, commands, head)
  const names = [place === undefined ? name : String(place.name)]
  if (place !== undefined && nameIn(locale, place) === head) {
    for (const word of words) {
      place = find(locale, optionsOf(place), word)
      names.push(String(place?.name ?? word))
    }
  }
  const known = (option: string): string => String(find(locale, optionsOf(place), option)?.name ?? option)
  return {
    name: names.join(' '),
    options: Object.fromEntries(Object.entries(options).map(([option, value]) => [known(option), value])),
  }
}

function shownIn(locale: string, node: JsonObject): JsonObject {
  const { options, choices, description } = node
  return {
    ...node,
    name: nameIn(locale, node),
    ...(description !== undefined && {
      description: translationOf(node.description_localizations, locale) ?? description,
    }),
    ...(Array.isArray(options) && { options: optionsOf(node).map((option) => shownIn(locale, option)) }),
    ...(Array.isArray(choices) && {
      choices: choices.filter(isJsonObject).map((choice) => ({ ...choice, name: nameIn(locale, choice) })),
    }),
  }
}

function find(locale: string, nodes: readonly JsonObject[], name: string): JsonObject | undefined {
  return nodes.find((node) => nameIn(locale, node) === name)
}

function optionsOf(node: JsonObject | undefined): readonly JsonObject[] {
  return Array.isArray(node?.options) ? node.options.filter(isJsonObject) : []
}

function nameIn(locale: string, node: JsonObject): string {
  return translationOf(node.name_localizations, locale) ?? String(node.name)
}

function translationOf(translations: Json | undefined, locale: string): string | undefined {
  const found = isJsonObject(translations) ? translations[locale] : undefined
  return typeof found === 'string' ? found : undefined
}
