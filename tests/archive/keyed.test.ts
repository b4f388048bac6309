import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  componentLifeMs,
  mostPages,
  openKeyed,
  pageFailureLifeMs,
  pageLifeMs,
} from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'

function open() {
  const archive = openSqliteArchive(':memory:')
  onTestFinished(() => archive.close())
  const clock = { now: 1_000 }
  return { archive, clock, keyed: openKeyed(archive, () => clock.now) }
}

describe('keyed values', () => {
  it('are in the archive, so that another opening finds them', async () => {
    const { archive, keyed } = open()
    await keyed.settings.set('1', { language: 'de', quiet: [22, 6] })
    expect(await openKeyed(archive, () => 0).settings.get('1')).toEqual({ language: 'de', quiet: [22, 6] })
  })

  it('of one sort are neither read, deleted nor cleared by another', async () => {
    const { keyed } = open()
    await keyed.settings.set('1', 'setting')
    await keyed.components.set('1', 'component')
    await keyed.pages.set('1', 'page')
    expect(await keyed.pages.delete('1')).toBe(true)
    expect(await keyed.pages.get('1')).toBeUndefined()
    await keyed.pages.set('2', 'page')
    await keyed.components.clear()
    expect(await keyed.settings.get('1')).toBe('setting')
    expect(await keyed.components.get('1')).toBeUndefined()
    expect(await keyed.pages.get('2')).toBe('page')
  })

  it.each(['settings/1', '/', '%', '::1', '__proto__', ' ', 'ü', 'x'.repeat(10_000)])(
    'take %j as a key',
    async (key) => {
      const { keyed } = open()
      await keyed.components.set(key, 'state')
      expect(await keyed.components.get(key)).toBe('state')
      expect(await keyed.pages.get(key)).toBeUndefined()
      expect(await keyed.components.delete(key)).toBe(true)
      expect(await keyed.components.delete(key)).toBe(false)
    },
  )

  it('expire by the clock they were given, settings never', async () => {
    const { clock, keyed } = open()
    await keyed.settings.set('1', 'kept')
    await keyed.components.set('1', 'month')
    await keyed.pages.set('1', 'day')
    const values = async () => [
      await keyed.settings.get('1'),
      await keyed.components.get('1'),
      await keyed.pages.get('1'),
    ]
    clock.now = 1_000 + pageLifeMs - 1
    expect(await values()).toEqual(['kept', 'month', 'day'])
    clock.now = 1_000 + pageLifeMs
    expect(await values()).toEqual(['kept', 'month', undefined])
    clock.now = 1_000 + componentLifeMs
    expect(await values()).toEqual(['kept', undefined, undefined])
  })

  it('forget within minutes that a page could not be read', async () => {
    const { clock, keyed } = open()
    await keyed.pageFailures.set('1', 'nobody answers')
    clock.now += pageFailureLifeMs - 1
    expect(await keyed.pageFailures.get('1')).toBe('nobody answers')
    clock.now += 1
    expect(await keyed.pageFailures.get('1')).toBeUndefined()
  })

  it('hold so many pages and no more, and delete what has expired', async () => {
    const { archive, clock, keyed } = open()
    await keyed.components.set('1', 'component')
    await archive.setKeyValue('expired', 'v', clock.now)
    for (let page = 0; page < mostPages + 2; page += 1) {
      clock.now += 1
      await keyed.pages.set(String(page), page)
    }
    expect([await keyed.pages.get('1'), await keyed.pages.get('2')]).toEqual([undefined, 2])
    expect(await keyed.components.get('1')).toBe('component')
    expect(await archive.sweepKeyValues(clock.now)).toBe(0)
  })

  it('live on when they are set again', async () => {
    const { clock, keyed } = open()
    await keyed.pages.set('1', 'old')
    clock.now += pageLifeMs - 1
    await keyed.pages.set('1', 'new')
    clock.now += pageLifeMs - 1
    expect(await keyed.pages.get('1')).toBe('new')
  })

  it('come back as they were', async () => {
    const { keyed } = open()
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false, depthSize: 'medium' }), async (value) => {
        await keyed.settings.set('1', value)
        expect(await keyed.settings.get('1')).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('throw when the database fails, instead of looking absent or kept', async () => {
    const { archive, keyed } = open()
    await archive.close()
    await expect(keyed.settings.get('1')).rejects.toThrow(/Cannot read the archive/)
    await expect(keyed.settings.set('1', 'x')).rejects.toThrow(/Cannot write the archive/)
    await expect(keyed.settings.delete('1')).rejects.toThrow(/Cannot write the archive/)
    await expect(keyed.settings.clear()).rejects.toThrow(/Cannot write the archive/)
  })

  it('refuse an empty key, which keyv would pass over in silence', async () => {
    const { keyed } = open()
    await expect(keyed.settings.set('', 'x')).rejects.toThrow(/Cannot keep a value under the key ""/)
  })
})
