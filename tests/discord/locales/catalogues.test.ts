import { describe, expect, it } from 'vitest'
import { catalogueFor, catalogues } from '../../../src/discord/locales/catalogues.ts'
import { english } from '../../../src/discord/locales/en.ts'

/** What is put in by one of a few names that a catalogue has words of its own for. */
const chosen = new Map<string, unknown>([
  ['option', 'publisher'],
  ['command', 'follow'],
  ['whose', 'server'],
  ['rights', ['View Channel']],
])

/** Stands for whatever is put in: its own name as text, 41 as a number; its parts are marks of theirs. */
function mark(name: string): object {
  return new Proxy(
    {},
    {
      get: (_, key) =>
        key === Symbol.toPrimitive
          ? (hint: string) => (hint === 'number' ? 41 : `⟦${name}⟧`)
          : (chosen.get(String(key)) ?? mark(String(key))),
    },
  )
}

type Said = readonly [path: string, text: string]

/** All that a catalogue says, with marks for what is put in. */
function saidBy(node: unknown, path: string): readonly Said[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') {
    const marks = Array.from({ length: node.length }, (_, index) => mark(`${index}`))
    return saidBy((node as (...given: readonly object[]) => unknown)(...marks), path)
  }
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, part]) => saidBy(part, `${path}.${key}`))
}

/** The sections of a catalogue; what Intl says for it stands beside them. */
function sectionsOf(catalogue: object): readonly Said[] {
  return Object.entries(catalogue).flatMap(([section, part]) =>
    typeof part === 'function' ? [] : saidBy(part, section),
  )
}

/** How often something is put in. */
function marksIn(text: string): number {
  return text.match(/⟦\w+⟧|41/g)?.length ?? 0
}

const others = [...catalogues].filter(([tag]) => tag !== 'en')
const measure = sectionsOf(english)

describe.each(others)('the catalogue %s', (_, catalogue) => {
  const said = sectionsOf(catalogue)

  it('puts in what English puts in', () => {
    expect(said.map(([path, text]) => [path, marksIn(text)])).toEqual(
      measure.map(([path, text]) => [path, marksIn(text)]),
    )
  })

  it('says nothing that is empty, ends in white space, or was left in English by mistake', () => {
    const english = new Map(measure)
    for (const [path, text] of said) {
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toBe('')
      // A word may be the same in two languages; a sentence is not.
      if (text.split(' ').length > 4) expect(text, path).not.toBe(english.get(path))
    }
  })
})

describe.each([...catalogues])('the catalogue %s', (_, catalogue) => {
  const { buttons, menus, names } = catalogue

  it('calls commands by the names that they have in it', () => {
    const known: ReadonlySet<string> = new Set(Object.values(names))
    const called = sectionsOf(catalogue).flatMap(([, text]) =>
      Array.from(text.matchAll(/(?<=^|[ `*(])\/([\p{L}-]+)/gu), ([, name = '']) => name),
    )
    expect(called.length).toBeGreaterThan(10)
    expect(called.filter((name) => !known.has(name))).toEqual([])
  })

  it('keeps labels of buttons within 80 characters, and of menus within 150', () => {
    for (const [path, text] of saidBy(buttons, 'buttons')) expect(text.length, path).toBeLessThanOrEqual(80)
    for (const [path, text] of saidBy(menus, 'menus')) expect(text.length, path).toBeLessThanOrEqual(150)
  })
})

describe('catalogueFor', () => {
  it('takes a language from its locale, and English for all others', () => {
    const german = catalogues.get('de')
    expect(['de', 'de-AT'].map(catalogueFor)).toEqual([german, german])
    expect(catalogueFor('es-419')).toBe(catalogues.get('es'))
    expect(['en-GB', 'fi', '', null, undefined].map(catalogueFor)).toEqual(new Array(5).fill(english))
  })

  it('counts and lists as each language does', () => {
    const counted = [0, 1, 2, 12_345].map((count) =>
      ['en', 'de', 'fr', 'es'].map((tag) => catalogueFor(tag).statements.statements(count)),
    )
    expect(counted).toEqual([
      ['0 statements', '0 Aussagen', '0 déclaration', '0 declaraciones'],
      ['1 statement', '1 Aussage', '1 déclaration', '1 declaración'],
      ['2 statements', '2 Aussagen', '2 déclarations', '2 declaraciones'],
      ['12,345 statements', '12.345 Aussagen', '12\u202f345 déclarations', '12.345 declaraciones'],
    ])
    expect(catalogueFor('fr').listed(['A', 'B', 'C'])).toBe('A, B et C')
    expect(catalogueFor('es').listed(['Ana', 'Inés'])).toBe('Ana e Inés')
    expect(catalogueFor('de').day(0)).toBe('1. Januar 1970')
  })
})
