import { open, rename, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dated, expectLine, messageOf, put } from './folder-files-on-disk.ts'
import { record, temporaryFolder } from './folder-recorder.ts'

describe('watchFolder while it runs', () => {
  it('reads a dropped file', async () => {
    const folder = await temporaryFolder()
    const recorder = record(folder, { settleMs: 900 })
    await recorder.seen('ready')
    await put(folder, { 'a.txt': 'news' })
    expect(await recorder.seen('read a.txt')).toMatchObject({ firstSight: false, bytes: Buffer.from('news') })
  })

  it('reads a file written in pieces once, when it is complete', async () => {
    const folder = await temporaryFolder()
    const recorder = record(folder, { settleMs: 300 })
    await recorder.seen('ready')
    const file = await open(join(folder, 'a.txt'), 'w')
    for (const piece of ['one ', 'two ', 'three']) {
      await file.write(piece)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await file.close()
    expect(await recorder.seen('read a.txt')).toMatchObject({ bytes: Buffer.from('one two three') })
    expect(recorder.lines).toEqual(['ready', 'read a.txt'])
  })

  it('tells changed content from a new time', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'before', 'b.txt': 'same' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await put(folder, { 'a.txt': 'after', 'b.txt': 'same' })
    await dated(folder, { 'b.txt': 1_700_000_000 })
    await recorder.seen('touched b.txt')
    await expectLine(recorder.lines, 'read a.txt', 2)
  })

  it('tells a removed file, also the only one', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await unlink(join(folder, 'a.txt'))
    await recorder.seen('gone a.txt')
    expect(recorder.lines).toEqual(['read a.txt', 'ready', 'gone a.txt'])
  })

  it('tells a move as a move', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two', 'sub/c.txt': 'three' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await rename(join(folder, 'a.txt'), join(folder, 'sub/d.txt'))
    await recorder.seen('moved a.txt sub/d.txt')
    await rename(join(folder, 'sub'), join(folder, 'other'))
    await recorder.seen('moved sub/c.txt other/c.txt')
    await recorder.seen('moved sub/d.txt other/d.txt')
    expect(recorder.lines.filter((line) => line.startsWith('gone'))).toEqual([])
  })

  it("takes an editor's replacement for a change", async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'before', 'b.txt': 'other' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await put(folder, { 'a.txt.tmp': 'after' })
    await unlink(join(folder, 'a.txt'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await rename(join(folder, 'a.txt.tmp'), join(folder, 'a.txt'))
    await expectLine(recorder.lines, 'read a.txt', 2)
    expect(recorder.lines.filter((line) => line.startsWith('gone'))).toEqual([])
  })

  it('withdraws nothing when the folder empties at once, and goes on', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await Promise.all(['a.txt', 'b.txt'].map((name) => unlink(join(folder, name))))
    expect(messageOf(await recorder.seen('failed .'))).toBe(
      `Cannot read articles folder ${folder}: all its 2 files disappeared at once; nothing is withdrawn`,
    )
    await put(folder, { 'c.txt': 'three' })
    await recorder.seen('read c.txt')
    expect(recorder.lines.filter((line) => line.startsWith('gone'))).toEqual([])
  })

  it('withdraws nothing when the folder vanishes, and goes on when it is back', async () => {
    const folder = join(await temporaryFolder(), 'articles')
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await rename(folder, `${folder}.away`)
    await recorder.seen('failed .')
    await put(`${folder}.away`, { 'c.txt': 'three' })
    await rename(`${folder}.away`, folder)
    expect(await recorder.seen('read c.txt')).toMatchObject({ firstSight: false })
    await put(folder, { 'd.txt': 'four' })
    await recorder.seen('read d.txt')
    expect(recorder.lines.slice(-4)).toEqual(['ready', 'failed .', 'read c.txt', 'read d.txt'])
  })

  it('withdraws nothing when another folder takes the place', async () => {
    const folder = join(await temporaryFolder(), 'articles')
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    await put(`${folder}.other`, { 'c.txt': 'three' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await rename(folder, `${folder}.away`)
    await rename(`${folder}.other`, folder)
    expect(await recorder.seen('read c.txt')).toMatchObject({ firstSight: true, anotherFolder: true })
    await recorder.seen('failed .')
    await rm(join(folder, 'c.txt'))
    await recorder.seen('gone c.txt')
    expect(recorder.lines).not.toContain('gone a.txt')
  })

  it('lets a held back file appear when it is released', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'later.txt': 'two' })
    const recorder = record(folder, { holdBack: new Set(['later.txt']) })
    await recorder.seen('ready')
    await put(folder, { 'b.txt': 'three' })
    await recorder.seen('read b.txt')
    recorder.release('later.txt')
    expect(await recorder.seen('read later.txt')).toMatchObject({ firstSight: false })
    expect(recorder.lines).toEqual(['read a.txt', 'ready', 'read b.txt', 'read later.txt'])
  })

  it('tells each of many files once', async () => {
    const folder = await temporaryFolder()
    const recorder = record(folder)
    await recorder.seen('ready')
    const names = Array.from({ length: 200 }, (_, index) => `n${index}.txt`)
    await put(folder, Object.fromEntries(names.map((name) => [name, name])))
    for (const name of names) await recorder.seen(`read ${name}`)
    expect(recorder.lines.length).toBe(201)
  })
})
