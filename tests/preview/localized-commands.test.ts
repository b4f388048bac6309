import { describe, expect, it } from 'vitest'
import { commandsIn, knownNames } from '../../src/preview/localized-commands.ts'
import type { Command } from '../../src/preview/world.ts'

const commands: readonly Command[] = [
  {
    id: '1',
    type: 1,
    name: 'follow',
    name_localizations: { de: 'abo' },
    description: 'Post articles',
    description_localizations: { de: 'Artikel posten' },
    options: [
      {
        type: 1,
        name: 'add',
        name_localizations: { de: 'hinzufügen' },
        description: 'Adds',
        options: [
          {
            type: 3,
            name: 'delivery',
            name_localizations: { de: 'zustellung' },
            description: 'When',
            choices: [{ name: 'daily', name_localizations: { de: 'täglich' }, value: 'daily' }],
          },
        ],
      },
    ],
  },
  { id: '2', type: 3, name: 'Sum up', name_localizations: { de: 'Fasse zusammen' } },
]

describe('commandsIn', () => {
  it('shows names, descriptions and choices of the language, and what has none as it is', () => {
    const [follow, menu] = commandsIn('de', commands)
    expect(follow).toMatchObject({
      name: 'abo',
      description: 'Artikel posten',
      options: [
        {
          name: 'hinzufügen',
          description: 'Adds',
          options: [{ name: 'zustellung', choices: [{ name: 'täglich', value: 'daily' }] }],
        },
      ],
    })
    expect(menu).toMatchObject({ name: 'Fasse zusammen' })
    expect(commandsIn('fi', commands)).toEqual(commands)
  })
})

describe('knownNames', () => {
  it('takes the names of the language back to those of the application', () => {
    expect(knownNames('de', commands, { name: 'abo hinzufügen', options: { zustellung: 'daily' } })).toEqual({
      name: 'follow add',
      options: { delivery: 'daily' },
    })
    expect(knownNames('de', commands, { name: 'Fasse zusammen', options: {} }).name).toBe('Sum up')
  })

  it('leaves what it does not know as it is', () => {
    const unknown = { name: 'other thing', options: { x: 1 } }
    expect(knownNames('de', commands, unknown)).toEqual(unknown)
  })
})
