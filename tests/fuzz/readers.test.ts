import { Readable, Writable } from 'node:stream'
import type { APIActionRowComponent, APIButtonComponent } from 'discord-api-types/v10'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/cli/analyze.ts'
import { parseConfig } from '../../src/config.ts'
import { maxCustomId, parseComponentId, sealCard, unsealId } from '../../src/discord/component-id.ts'
import { readTerms } from '../../src/discord/follow-options.ts'
import { linksIn } from '../../src/discord/message-links.ts'
import { ConfigError, SourceError, UserError } from '../../src/errors.ts'
import { readFeedAddress } from '../../src/newsroom/feed-address.ts'
import { readPageAddress } from '../../src/newsroom/page-address.ts'
import { parseExpression } from '../../src/queries/expression.ts'
import { parseFields } from '../../src/queries/search-fields.ts'
import { parseSince } from '../../src/queries/since.ts'
import { readArticleFile } from '../../src/sources/article-file.ts'
import { readFeed } from '../../src/sources/feed.ts'
import { parseFeedDate } from '../../src/sources/feed-dates.ts'
import { findFeedLinks } from '../../src/sources/feed-links.ts'
import { readOpml } from '../../src/sources/opml.ts'
import { readPage } from '../../src/sources/page.ts'
import { checkDraft, checkFeed, checkNumber } from './invariants.ts'
import { mutants, triesOf } from './mutants.ts'
import { seeds } from './seeds.ts'

const now = Date.UTC(2026, 9, 12)
const url = 'https://quay.example/eels'

/** One reader: what it reads, how often it is tried, and what must be so of what it gives. */
interface Fuzzed {
  readonly seeds: readonly string[]
  readonly runs: number
  readonly read: (text: string) => void
}

const readers: Readonly<Record<string, Fuzzed>> = {
  'a text article': { seeds: seeds.text, runs: 40, read: (text) => checkDraft(readFile('a.txt', text)) },
  'a markdown article': {
    seeds: seeds.markdown,
    runs: 40,
    read: (text) => checkDraft(readFile('a.md', text)),
  },
  'an HTML article': { seeds: seeds.page, runs: 20, read: (text) => checkDraft(readFile('a.html', text)) },
  'a page': { seeds: seeds.page, runs: 60, read: (text) => checkDraft(readPage(text, url)) },
  'the feeds of a page': { seeds: seeds.page, runs: 60, read: (text) => void findFeedLinks(text, url) },
  'a feed': { seeds: seeds.feed, runs: 300, read: (text) => checkFeed(readFeed(Buffer.from(text), { url })) },
  'a list of feeds': { seeds: seeds.list, runs: 200, read: (text) => void readOpml(Buffer.from(text)) },
  'a date': { seeds: seeds.typed, runs: 300, read: (text) => checkNumber(parseFeedDate(text)) },
  'a time since when': { seeds: seeds.typed, runs: 300, read: (text) => checkNumber(parseSince(text, now)) },
  'an expression': { seeds: seeds.typed, runs: 300, read: readExpression },
  'a query with fields': { seeds: seeds.typed, runs: 300, read: readQuery },
  'the address of a page': { seeds: seeds.typed, runs: 300, read: (text) => void readPageAddress(text) },
  'the address of a feed': { seeds: seeds.typed, runs: 300, read: (text) => void readFeedAddress(text) },
  'the options of a follow': { seeds: seeds.typed, runs: 300, read: readOptions },
  'a message’s links': {
    seeds: seeds.typed,
    runs: 200,
    read: (content) => void linksIn({ content, embeds: [], components: [] }),
  },
  'an environment': { seeds: seeds.environment, runs: 200, read: readEnvironment },
  'a custom_id': { seeds: seeds.typed, runs: 300, read: (text) => void parseComponentId(text) },
}

function readFile(name: string, text: string) {
  return readArticleFile(name, Buffer.from(text))
}

function readExpression(text: string): void {
  const { all, none } = parseExpression(text)
  for (const phrase of [...all.flat(), ...none]) expect(phrase.length).toBeGreaterThan(0)
}

function readQuery(text: string): void {
  const { before, since } = parseFields(text, now)
  if (before !== undefined && since !== undefined) expect(since).toBeLessThan(before)
}

const written: ReadonlyMap<string, RegExp> = new Map([
  ['at', /^\d\d:\d\d$/],
  ['quiet', /^\d\d:\d\d-\d\d:\d\d$/],
  ['timezone', /^[\w+-]+(?:\/[\w+-]+)*$/],
])

/** Each option by itself, so that what is wrong with one does not hide what is wrong with another. */
function readOptions(text: string): void {
  for (const name of ['about', 'exclude', ...written.keys()]) {
    const given = new Map([
      ['delivery', 'daily'],
      [name, text],
    ])
    // Only these two methods are asked.
    const options = { getString: (asked: string) => given.get(asked) ?? null, getInteger: () => null }
    try {
      const terms = readTerms({ options } as unknown as Parameters<typeof readTerms>[0])
      const value = Object.entries(terms).find(([key]) => key === name)?.[1]
      if (value !== undefined) expect(value).toMatch(written.get(name) ?? /./)
    } catch (error) {
      if (!isOneOfThree(error)) throw error
    }
  }
}

function readEnvironment(text: string): void {
  const lines = text.split('\n').map((line): [string, string] => {
    const [name = '', ...value] = line.split('=')
    return [name, value.join('=')]
  })
  parseConfig(Object.fromEntries(lines))
}

describe('any text', () => {
  it.each(Object.entries(readers))(
    'give something or one of the three errors: %s',
    (_, { seeds, runs, read }) => {
      fc.assert(
        fc.property(mutants(seeds), (text) => {
          try {
            read(text)
          } catch (error) {
            if (!isOneOfThree(error)) throw error
          }
        }),
        triesOf(runs),
      )
    },
  )

  it('given as JSON lines is answered or complained of, each line once', async () => {
    await fc.assert(
      fc.asyncProperty(mutants(seeds.lines), async (text) => {
        const [output, errors] = [collected(), collected()]
        const input = Readable.from([Buffer.from(text)])
        const failures = await analyze([], { sentences: 2, explain: false }, { input, output, errors })
        expect(errors.lines()).toHaveLength(failures)
        for (const line of output.lines()) expect(() => JSON.parse(line)).not.toThrow()
      }),
      triesOf(60),
    )
  })

  it('as a custom_id comes back whole from its card, however long', async () => {
    await fc.assert(
      fc.asyncProperty(mutants(seeds.typed), async (id) => {
        fc.pre(!id.startsWith('~'))
        const kept = new Map<string, string>()
        const store = {
          get: async (key: string) => kept.get(key),
          set: async (key: string, whole: string) => void kept.set(key, whole),
        }
        const button: APIButtonComponent = { type: 2, style: 2, label: 'x', custom_id: id }
        const row: APIActionRowComponent<APIButtonComponent> = { type: 1, components: [button] }
        const sealed = JSON.stringify(await sealCard({ components: [row] }, store))
        const shown: { components: { components: { custom_id: string }[] }[] } = JSON.parse(sealed)
        const customId = shown.components[0]?.components[0]?.custom_id ?? ''
        expect(customId.length).toBeLessThanOrEqual(maxCustomId)
        expect(await unsealId(customId, store)).toBe(id)
      }),
      triesOf(150),
    )
  })
})

function isOneOfThree(error: unknown): boolean {
  return error instanceof SourceError || error instanceof UserError || error instanceof ConfigError
}

function collected() {
  const pieces: string[] = []
  const stream = new Writable({
    write: (piece, _, done) => {
      pieces.push(String(piece))
      done()
    },
  })
  return Object.assign(stream, {
    lines: () =>
      pieces
        .join('')
        .split('\n')
        .filter((line) => line !== ''),
  })
}
