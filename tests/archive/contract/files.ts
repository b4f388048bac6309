import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { FileRecord } from '../../../src/archive/entry.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, ids, operator } from '../fresh.ts'

const anyone = { viewer: operator }

function record(path: string, articleId?: string): FileRecord {
  const file = { path, size: 3, modifiedAt: 1_700_000_000_000.25, hash: `hash of ${path}` }
  return articleId === undefined ? file : { ...file, articleId }
}

async function keepFile(archive: Archive, path: string, written: Written) {
  const origin = { key: `file:${path}` }
  return archive.keep({ ...entry({ ...written, origin }), file: record(path, written.id) })
}

/** What is remembered of files, and marks. */
export function describeFiles(open: () => Promise<Archive>): void {
  it('remembers a file together with its article', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'b/ä.txt', { id: 'x' })
    await archive.recordFile(record('a.txt'))
    expect(await archive.files()).toEqual([record('a.txt'), record('b/ä.txt', 'x')])
    expect(await archive.file('b/ä.txt')).toEqual(record('b/ä.txt', 'x'))
    expect(await archive.file('c.txt')).toBeUndefined()
  })

  it('touches no article when a file is only recorded', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    await archive.recordFile(record('a.txt'))
    expect(await archive.file('a.txt')).toEqual(record('a.txt'))
    expect(ids(await archive.newest(anyone, everything))).toEqual(['x'])
    expect(await archive.removeFile('a.txt', 9)).toEqual(['x'])
  })

  it('lets a moved file keep its article', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    await archive.moveFile('a.txt', record('b.txt', 'x'))
    expect(await archive.files()).toEqual([record('b.txt', 'x')])
    expect(await archive.removeFile('a.txt', 9)).toEqual([])
    expect(ids(await archive.newest(anyone, everything))).toEqual(['x'])
    expect(await archive.removeFile('b.txt', 9)).toEqual(['x'])
  })

  it('withdraws the article of a file that another was moved onto', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    await keepFile(archive, 'b.txt', { id: 'y' })
    await archive.moveFile('a.txt', record('b.txt', 'x'))
    expect(ids(await archive.newest(anyone, everything))).toEqual(['x'])
    expect(await archive.files()).toEqual([record('b.txt', 'x')])
  })

  it('withdraws the article of a removed file and forgets the file', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    expect(await archive.removeFile('a.txt', 9)).toEqual(['x'])
    expect(await archive.files()).toEqual([])
    expect(await archive.removeFile('a.txt', 9)).toEqual([])
  })

  it('keeps an article that a second file holds too', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    await keepFile(archive, 'b.txt', { id: 'x' })
    expect(await archive.removeFile('a.txt', 9)).toEqual([])
    expect(ids(await archive.newest(anyone, everything))).toEqual(['x'])
  })

  it('withdraws the article a file held before, when it holds another now', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    expect(await keepFile(archive, 'a.txt', { id: 'y' })).toBe('new')
    expect(ids(await archive.newest(anyone, everything))).toEqual(['y'])
  })

  it('forgets every file without touching their articles', async () => {
    const archive = await fresh(open)
    await keepFile(archive, 'a.txt', { id: 'x' })
    await archive.forgetFiles()
    expect(await archive.files()).toEqual([])
    expect(ids(await archive.newest(anyone, everything))).toEqual(['x'])
  })

  it('keeps marks', async () => {
    const archive = await fresh(open)
    expect(await archive.mark('folder-loaded')).toBeUndefined()
    await archive.setMark('folder-loaded', 'yes')
    await archive.setMark('folder-loaded', 'no')
    expect([await archive.mark('folder-loaded'), await archive.mark('folder')]).toEqual(['no', undefined])
  })
}
