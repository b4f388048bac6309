import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { button, card, row } from '../../src/discord/cards/card.ts'
import {
  componentId,
  maxCustomId,
  parseComponentId,
  sealCard,
  unsealId,
} from '../../src/discord/component-id.ts'

function memoryStore() {
  const kept = new Map<string, string>()
  return {
    kept,
    get: async (key: string) => kept.get(key),
    set: async (key: string, id: string) => {
      kept.set(key, id)
    },
  }
}

function onlyCustomId(sealed: unknown): string {
  return /"custom_id":"([^"]*)"/.exec(JSON.stringify(sealed))?.[1] ?? ''
}

describe('componentId', () => {
  it('leaves out trailing empty arguments', () => {
    expect(componentId('latest', 'page', 2, undefined, 'rates', undefined)).toBe('latest:page:2::rates')
  })

  it('gives back whatever it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (args) => {
        const parsed = parseComponentId(componentId('search', 'page', ...args))
        const padded = args.map((_, index) => parsed.args[index] ?? '')
        expect(parsed).toMatchObject({ command: 'search', action: 'page' })
        expect(padded).toEqual(args)
      }),
    )
  })
})

describe('sealCard', () => {
  it('leaves an id of 100 characters alone', async () => {
    const id = 'x'.repeat(maxCustomId)
    const store = memoryStore()
    expect(onlyCustomId(await sealCard(card(row(button('Next', id))), store))).toBe(id)
    expect(store.kept.size).toBe(0)
  })

  it('keeps a longer one under a key that fits, and finds it again', async () => {
    const id = componentId('search', 'page', 1, 'word '.repeat(60))
    const store = memoryStore()
    const sealed = onlyCustomId(await sealCard(card(row(button('Next', id))), store))
    expect(sealed.length).toBeLessThanOrEqual(maxCustomId)
    expect(await unsealId(sealed, store)).toBe(id)
  })

  it('gives the same id the same key, and others others', async () => {
    const store = memoryStore()
    const seal = async (last: string) =>
      onlyCustomId(await sealCard(card(row(button('a', 'x'.repeat(120) + last))), store))
    expect(await seal('1')).toBe(await seal('1'))
    expect(await seal('1')).not.toBe(await seal('2'))
  })
})

describe('unsealId', () => {
  it('knows nothing of what was forgotten', async () => {
    expect(await unsealId('~gone', memoryStore())).toBeUndefined()
  })
})
