import { chmod, symlink, truncate, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dated, expectLine, messageOf, messagesOf, put, socketAt, stampsOf } from './folder-files-on-disk.ts'
import { record, temporaryFolder } from './folder-recorder.ts'

/** Root may read everything, and only a process of its own can be somebody else for a while. */
const canBeDenied = process.platform !== 'win32' && isMainThread

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

  it.runIf(canBeDenied)(
    'names files and sub-folders without permission, and withdraws nothing for them',
    async () => {
      const folder = await temporaryFolder()
      await put(folder, { 'a.txt': 'one', 'secret.txt': 'two', 'closed/b.txt': 'three' })
      const known = await stampsOf(folder)
      await chmod(folder, 0o755)
      await chmod(join(folder, 'secret.txt'), 0)
      await dated(folder, { 'secret.txt': 1_700_000_000 })
      await chmod(join(folder, 'closed'), 0)
      asNobody()
      const recorder = record(folder, { known })
      await recorder.seen('ready')
      expect(await messagesOf(recorder, ['closed', 'secret.txt'])).toEqual([
        'Cannot read articles folder closed: permission denied',
        'Cannot read article secret.txt: permission denied',
      ])
      expect(recorder.lines).toEqual(['failed closed', 'failed secret.txt', 'ready'])
    },
  )
})

function asNobody(): void {
  const root = process.getuid?.() === 0
  if (!root) return
  process.seteuid?.('nobody')
  onTestFinished(() => process.seteuid?.(0))
}
