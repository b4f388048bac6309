import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { componentLifeMs, openKeyed, pageLifeMs } from '../../src/archive/keyed.ts'
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
