import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { entry } from '../archive/entries.ts'
import { makePlace } from './place.ts'

/** A place with an archive of one article, and where copies may go. */
async function placeWithArchive() {
  const place = await makePlace()
  const database = join(place.variables.DATA_DIR, 'crier.db')
  const keep = async (id: string) => {
    const archive = openSqliteArchive(database)
    await archive.keep(entry({ id, title: `Ferry ${id}` })).finally(() => archive.close())
  }
  await keep('one')
  return { ...place, database, keep, copy: join(place.articles, '..', 'copy.db') }
}

describe.concurrent('crier backup and restore', () => {
  it('brings back what was there when the copy was made, beside a running bot too', async () => {
    const { crier, copy, keep, database } = await placeWithArchive()
    const bot = openSqliteArchive(database, { role: 'bot' })
    expect(await crier(['backup', copy])).toMatchObject({ code: 0, errors: '' })
    await bot.keep(entry({ id: 'two' }))
    const refused = await crier(['restore', copy])
    expect(refused).toMatchObject({ code: 2, errors: expect.stringContaining('another bot is using it') })
    await bot.close()
    await keep('three')

    const { output, code } = await crier(['restore', copy])
    expect([code, output]).toEqual([0, expect.stringContaining(`${database}.before`)])
    expect((await crier(['latest', '--json'])).output).toContain('Ferry one')
    expect((await crier(['latest', '--json'])).output).not.toMatch(/two|three/)
    const before = openSqliteArchive(`${database}.before`)
    expect((await before.size({ kind: 'operator' }).finally(() => before.close())).articles).toBe(3)
  })

  it('makes copies that their owner alone may read', async () => {
    const { crier, copy, database } = await placeWithArchive()
    expect((await crier(['backup', copy])).code).toBe(0)
    expect((await crier(['restore', copy])).code).toBe(0)
    for (const file of [copy, database, `${database}.before`])
      expect(statSync(file).mode & 0o077, file).toBe(0)
  })

  it('puts a copy in the place of a damaged archive, which says so and is kept with its journal', async () => {
    const { crier, copy, database } = await placeWithArchive()
    expect((await crier(['backup', copy])).code).toBe(0)
    await writeFile(database, 'x'.repeat(5000))
    const { errors } = await crier(['latest'])
    expect(errors).toMatch(
      /^crier: Cannot open the archive .*crier\.db: file is not a database\. .*crier restore FILE/,
    )
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(await crier(['restore', copy])).toMatchObject({ code: 0, errors: '' })
    expect((await crier(['latest', '--json'])).output).toContain('Ferry one')
    expect(existsSync(`${database}.before`)).toBe(true)
  })

  it('overwrites no file', async () => {
    const { crier, copy } = await placeWithArchive()
    await writeFile(copy, 'precious')
    const { errors, code } = await crier(['backup', copy])
    expect([code, errors]).toEqual([1, expect.stringContaining('is there already')])
  })

  it('moves into no database but Postgres, and repeats no password', async () => {
    const { crier } = await placeWithArchive()
    const { errors, code } = await crier(['migrate', '--to', 'mysql://user:secret@host/database'])
    expect([code, errors]).toEqual([2, expect.stringContaining('--to takes an address such as postgres://')])
    expect(errors).not.toContain('secret')
  })

  it('restores nothing that is damaged, and leaves the archive as it is', async () => {
    const { crier, copy, database } = await placeWithArchive()
    await writeFile(copy, `SQLite format 3\0${'damage'.repeat(2000)}`)
    const { errors, code } = await crier(['restore', copy])
    expect([code, errors]).toEqual([1, expect.stringContaining(`Cannot write a sound copy of ${copy}`)])
    expect((await crier(['latest', '--json'])).output).toContain('Ferry one')
    expect(existsSync(`${database}.before`)).toBe(false)
  })
})
