import { describe, expect, it } from 'vitest'
import { openKeyed } from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { isTimezone, listedTimezones, openSettings } from '../../src/queries/server-settings.ts'
import { fresh } from '../archive/fresh.ts'

describe('the settings of a server', () => {
  it.each([
    [{ timezone: 5, language: 'de' }, { language: 'de' }],
    [{ timezone: 'Europe/Atlantis', isPrivate: true }, { isPrivate: true }],
    [{ notices: ['1'], isPrivate: 'yes', __proto__: { timezone: 'UTC' } }, {}],
    [[], {}],
    ['UTC', {}],
  ])('count as not set where they are damaged: %j', async (kept, expected) => {
    const archive = await fresh(async () => openSqliteArchive(':memory:'))
    const { settings } = openKeyed(archive, () => 0)
    await settings.set('1', kept)
    expect(await openSettings(settings).get('1')).toEqual(expected)
  })
})

describe('time zones', () => {
  it('are known by the names that are listed, by older ones, and in any case', () => {
    expect([...listedTimezones()].slice(0, 2)).toEqual(['UTC', 'Africa/Abidjan'])
    expect(['Europe/Berlin', 'US/Eastern', 'europe/berlin'].map(isTimezone)).toEqual([true, true, true])
    expect(['Europe/Atlantis', 'Berlin', ''].map(isTimezone)).toEqual([false, false, false])
  })
})
