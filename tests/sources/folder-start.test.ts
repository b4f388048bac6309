import { appendFile, mkdir, open, rename, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchFolder } from '../../src/sources/folder.ts'
import { dated, messageOf, put, stampsOf } from './folder-files-on-disk.ts'
import { record, temporaryFolder } from './folder-recorder.ts'

describe('watchFolder at the start', () => {
  it('reads what is there, oldest first, then is ready', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'b.md': 'older', 'a.txt': 'newer', 'sub/c.html': 'oldest' })
    await dated(folder, { 'sub/c.html': 1000, 'b.md': 2000, 'a.txt': 3000 })
    const recorder = record(folder)
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['read sub/c.html', 'read b.md', 'read a.txt', 'ready'])
  })

  it('gives bytes, size, time and hash', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'abc' })
    await dated(folder, { 'a.txt': 1_760_000_000 })
    expect(await record(folder).seen('read a.txt')).toEqual({
      kind: 'read',
      path: 'a.txt',
      stamp: { size: 3, modifiedAt: 1_760_000_000_000, hash: 'ba7816bf8f01cfea414140de5dae2223' },
      bytes: Buffer.from('abc'),
      firstSight: true,
      anotherFolder: false,
    })
  })

  it('passes over what is no article', async () => {
    const folder = await temporaryFolder()
    const names = ['README.md', 'readme.txt', 'LICENSE.txt', '.hidden.txt', 'a.txt~', 'a.txt.part', 'a.tmp']
    const files = [...names, 'feeds.opml', 'node_modules/x/a.md', '.git/a.txt', 'news.TXT']
    await put(folder, Object.fromEntries(files.map((name) => [name, 'words'])))
    const recorder = record(folder)
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['read news.TXT', 'ready'])
  })

  it('reads only what differs from what is known', async () => {
    const folder = await temporaryFolder()
    await put(folder, {
      'same.txt': 'same',
      'edited.txt': 'before',
      'saved.txt': 'saved',
      'removed.txt': 'removed',
    })
    const known = await stampsOf(folder)
    await put(folder, { 'edited.txt': 'after it', 'new.txt': 'new' })
    await dated(folder, { 'saved.txt': 1_700_000_000 })
    await unlink(join(folder, 'removed.txt'))
    const recorder = record(folder, { known })
    await recorder.seen('ready')
    expect(recorder.lines.toSorted()).toEqual([
      'gone removed.txt',
      'read edited.txt',
      'read new.txt',
      'ready',
      'touched saved.txt',
    ])
    expect(await recorder.seen('read new.txt')).toMatchObject({ firstSight: false })
  })

  it('knows a moved file by its content', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'the same words', 'stays.txt': 'other words' })
    const known = await stampsOf(folder)
    await mkdir(join(folder, 'old'))
    await rename(join(folder, 'a.txt'), join(folder, 'old/b.txt'))
    const recorder = record(folder, { known })
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['moved a.txt old/b.txt', 'ready'])
  })

  it('knows files that were all moved, and takes the folder for the same', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two', 'c.txt': 'three' })
    const known = await stampsOf(folder)
    await mkdir(join(folder, 'old'))
    for (const name of ['a.txt', 'b.txt']) await rename(join(folder, name), join(folder, 'old', name))
    await unlink(join(folder, 'c.txt'))
    const recorder = record(folder, { known })
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['moved a.txt old/a.txt', 'moved b.txt old/b.txt', 'gone c.txt', 'ready'])
  })

  it('withdraws nothing when the folder holds none of the known files', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    await put(other, { 'x.txt': 'three' })
    const recorder = record(other, { known: await stampsOf(folder) })
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['read x.txt', 'failed .', 'ready'])
    expect(await recorder.seen('read x.txt')).toMatchObject({ firstSight: true, anotherFolder: true })
    expect(messageOf(await recorder.seen('failed .'))).toBe(
      `Cannot read articles folder ${other}: it does not hold any of the 2 files read from it before, ` +
        'so it may be another folder; nothing is withdrawn',
    )
  })

  it('withdraws nothing when the folder is empty', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one' })
    const known = await stampsOf(folder)
    await unlink(join(folder, 'a.txt'))
    const recorder = record(folder, { known })
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['failed .', 'ready'])
  })

  it('says once that there is no folder, and goes on when it comes', async () => {
    const folder = join(await temporaryFolder(), 'articles')
    const recorder = record(folder)
    const failed = await recorder.seen('failed .')
    expect(messageOf(failed)).toBe(
      `Cannot read articles folder ${folder}: it does not exist; nothing is withdrawn`,
    )
    await recorder.seen('ready')
    await put(folder, { 'a.txt': 'one' })
    expect(await recorder.seen('read a.txt')).toMatchObject({ firstSight: true })
    expect(recorder.lines).toEqual(['failed .', 'ready', 'read a.txt'])
  })

  it('waits for a file that was written just now', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'first ' })
    const file = await open(join(folder, 'a.txt'), 'a')
    const recorder = record(folder, { settleMs: 400 })
    setTimeout(() => file.write('second').then(() => file.close()), 150)
    expect(await recorder.seen('read a.txt')).toMatchObject({ bytes: Buffer.from('first second') })
  })

  it('waits for a file whose time is a moment ahead, as rounding makes it', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'first ' })
    const ahead = (Date.now() + 300) / 1000
    await utimes(join(folder, 'a.txt'), ahead, ahead)
    const recorder = record(folder, { settleMs: 200 })
    setTimeout(() => appendFile(join(folder, 'a.txt'), 'second'), 100)
    expect(await recorder.seen('read a.txt')).toMatchObject({ bytes: Buffer.from('first second') })
  })

  it('reads a file only when its change is asked for', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    await dated(folder, { 'a.txt': 1000, 'b.txt': 2000 })
    const control = new AbortController()
    const changes = watchFolder(folder, { known: new Map(), signal: control.signal }).changes[
      Symbol.asyncIterator
    ]()
    await changes.next()
    await put(folder, { 'b.txt': 'changed since' })
    await dated(folder, { 'b.txt': 2000 })
    expect((await changes.next()).value).toMatchObject({ bytes: Buffer.from('changed since') })
    control.abort()
    expect((await changes.next()).done).toBe(true)
  })
})
