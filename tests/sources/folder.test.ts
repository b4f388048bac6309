import { mkdir, open, rename, rm, symlink, truncate, unlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FolderChange } from '../../src/sources/folder-change.ts'
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
    expect(await recorder.seen('read x.txt')).toMatchObject({ firstSight: true })
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

  it('reads a file only when its change is asked for', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    await dated(folder, { 'a.txt': 1000, 'b.txt': 2000 })
    const { watchFolder } = await import('../../src/sources/folder.ts')
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

describe('watchFolder at what cannot be read', () => {
  it('fails once for each file, and reads the others', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'good.txt': 'good', 'empty.txt': '', 'huge.txt': '' })
    await truncate(join(folder, 'huge.txt'), 3 * 1024 * 1024)
    await symlink(join(folder, 'nowhere'), join(folder, 'link.txt'))
    await symlink(join(folder, 'circle.txt'), join(folder, 'circle.txt'))
    await socketAt(join(folder, 'socket.txt'))
    const first = record(folder)
    await first.seen('ready')
    expect(
      await messagesOf(first, ['empty.txt', 'huge.txt', 'link.txt', 'circle.txt', 'socket.txt']),
    ).toEqual([
      'Cannot read article empty.txt: the file is empty',
      'Cannot read article huge.txt: it is too large (3145728 bytes, at most 2097152 are read)',
      'Cannot read article link.txt: it is a link to nothing',
      'Cannot read article circle.txt: its links lead in a circle',
      'Cannot read article socket.txt: it is not an ordinary file',
    ])
    expect(first.lines).toContain('read good.txt')
    await first.stop()
    const second = record(folder, { known: first.known })
    await second.seen('ready')
    expect(second.lines).toEqual(['ready'])
  })

  it.runIf(process.platform === 'linux')(
    'names the cause when reading itself fails, and reads the file when it can be',
    async () => {
      const folder = await temporaryFolder()
      // A process's memory is an ordinary file of length 0 that gives an error when it is read from the beginning.
      await symlink('/proc/self/mem', join(folder, 'a.txt'))
      const recorder = record(folder)
      const failed = await recorder.seen('failed a.txt')
      expect(messageOf(failed)).toBe('Cannot read article a.txt: the disk gave an input/output error')
      expect(failed).toMatchObject({ stamp: { hash: '' } })
      await unlink(join(folder, 'a.txt'))
      await put(folder, { 'a.txt': 'words at last' })
      await recorder.seen('read a.txt')
    },
  )

  it('reads a folder with an article ending like any other folder', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'x.txt/a.txt': 'inside' })
    const recorder = record(folder)
    await recorder.seen('ready')
    expect(recorder.lines).toEqual(['read x.txt/a.txt', 'ready'])
  })

  it('ends where links lead in a circle', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'sub/a.txt': 'one' })
    await symlink(folder, join(folder, 'sub/again'))
    const recorder = record(folder)
    await recorder.seen('ready')
    await put(folder, { 'sub/b.txt': 'two' })
    await recorder.seen('read sub/b.txt')
    expect(recorder.lines).toEqual(['read sub/a.txt', 'ready', 'read sub/b.txt'])
  })

  it('keeps a known article when its file is emptied', async () => {
    const folder = await temporaryFolder()
    await put(folder, { 'a.txt': 'one', 'b.txt': 'two' })
    const recorder = record(folder)
    await recorder.seen('ready')
    await truncate(join(folder, 'a.txt'), 0)
    await recorder.seen('failed a.txt')
    await put(folder, { 'a.txt': 'one is back' })
    await expectLine(recorder.lines, 'read a.txt', 2)
    expect(recorder.lines).not.toContain('gone a.txt')
  })
})

describe('watchFolder while it runs', () => {
  it('reads a dropped file within 1.5 seconds', async () => {
    const folder = await temporaryFolder()
    const recorder = record(folder, { settleMs: 500 })
    await recorder.seen('ready')
    const droppedAt = performance.now()
    await put(folder, { 'a.txt': 'news' })
    expect(await recorder.seen('read a.txt')).toMatchObject({ firstSight: false, bytes: Buffer.from('news') })
    expect(performance.now() - droppedAt).toBeLessThan(1500)
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
    expect(await recorder.seen('read c.txt')).toMatchObject({ firstSight: true })
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

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Sets the files' times, in seconds since 1970. */
async function dated(folder: string, times: Readonly<Record<string, number>>): Promise<void> {
  for (const [path, time] of Object.entries(times)) await utimes(join(folder, path), time, time)
}

async function stampsOf(folder: string) {
  const recorder = record(folder)
  await recorder.seen('ready')
  await recorder.stop()
  return recorder.known
}

function messageOf(change: FolderChange): string {
  return change.kind === 'failed' ? change.error.message : `${change.kind}, not failed`
}

function messagesOf(recorder: ReturnType<typeof record>, paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map(async (path) => messageOf(await recorder.seen(`failed ${path}`))))
}

function expectLine(lines: readonly string[], line: string, times: number): Promise<void> {
  return expect.poll(() => lines.filter((one) => one === line).length, { timeout: 5000 }).toBe(times)
}

async function socketAt(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(() => {
    server.close()
  })
}
