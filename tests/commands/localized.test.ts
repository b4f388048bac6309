import { Locale } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { commands, messageCommands } from '../../commands/index.ts'
import { catalogueFor } from '../../src/discord/locales/catalogues.ts'

/** A command, a subcommand, an option or a choice. */
interface Named {
  readonly name: string
  readonly name_localizations?: Readonly<Partial<Record<Locale, string | null>>> | null
  readonly description?: string
  readonly description_localizations?: Readonly<Partial<Record<Locale, string | null>>> | null
  readonly options?: readonly Named[]
  readonly choices?: readonly Named[]
}

const all = commands.map(({ data }) => data) as readonly Named[]
const inMenus = messageCommands.map(({ data }) => data) as readonly Named[]
const locales = [Locale.German, Locale.French, Locale.SpanishES, Locale.SpanishLATAM]

function nameIn(locale: Locale, { name, name_localizations: names }: Named): string {
  return names?.[locale] ?? name
}

function withAllBelow(node: Named): readonly Named[] {
  return [node, ...[...(node.options ?? []), ...(node.choices ?? [])].flatMap(withAllBelow)]
}

describe.each(locales)('commands in %s', (locale) => {
  it('have a name and a description each', () => {
    for (const node of [...all, ...inMenus].flatMap(withAllBelow)) {
      expect(node.name_localizations?.[locale], node.name).toBeTypeOf('string')
      if (node.description !== undefined)
        expect(node.description_localizations?.[locale], node.description).toBeTypeOf('string')
    }
  })

  it('have names of their own within their level', () => {
    for (const level of [
      all,
      ...all.flatMap(withAllBelow).flatMap(({ options, choices }) => [options, choices]),
    ]) {
      const names = (level ?? []).map((node) => nameIn(locale, node))
      expect(names).toEqual([...new Set(names)])
    }
  })

  it('are called in /help by the names that they have there', () => {
    const { help } = catalogueFor(locale)
    const told = help
      .lines({ publisher: 'P', speaker: 'S', topic: 'T' })
      .map((line) => /\*\*(.*?)\*\*/.exec(line)?.[1])
    const names = [
      ...all.map((node) => `/${nameIn(locale, node)}`),
      ...inMenus.map((node) => nameIn(locale, node)),
    ]
    expect(told.toSorted()).toEqual(
      names.filter((name) => name !== `/${catalogueFor(locale).names.help}`).toSorted(),
    )
  })
})
