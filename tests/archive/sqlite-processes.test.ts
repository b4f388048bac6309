import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { ConfigError } from '../../src/errors.ts'
import { entry } from './entries.ts'
import { everything, ids, operator } from './fresh.ts'

const folder = await mkdtemp(join(tmpdir(), 'crier-processes-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Starts a process that keeps articles until it is killed. */
function startKeeping(path: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const program = join(import.meta.dirname, 'keep-many.ts')
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('several processes on one SQLite archive', () => {
  it('lets others read and write beside a bot, but refuses a second bot until the first is killed', async () => {
    const path = join(folder, 'beside.db')
    const { child, lines } = startKeeping(path)
    await lines.next()
    expect(() => openSqliteArchive(path, { role: 'bot' })).toThrow(ConfigError)

    const beside = openSqliteArchive(path)
    onTestFinished(() => beside.close())
    const before = (await beside.size(operator)).articles
    await beside.keep(entry({ id: 'own' }))
    for (let n = 0; n < 20; n++) await lines.next()
    expect((await beside.size(operator)).articles).toBeGreaterThan(before + 1)
    expect((await beside.article('own', operator))?.article.id).toBe('own')

    await kill(child)
    const next = openSqliteArchive(path, { role: 'bot' })
    onTestFinished(() => next.close())
    expect((await next.size(operator)).articles).toBeGreaterThan(before + 1)
  })

  it('leaves a consistent file with all that was kept when a process is killed while it keeps', async () => {
    const path = join(folder, 'killed.db')
    const kept: string[] = []
    for (let round = 1; round <= 3; round++) {
      await rm(path, { force: true })
      const { child, lines } = startKeeping(path)
      for (let n = 0; n < round * 25; n++) kept[n] = (await lines.next()).value
      await kill(child)

      const archive = openSqliteArchive(path, { role: 'bot' })
      const found = ids(await archive.newest({ viewer: operator }, everything))
      const files = (await archive.files()).map(({ articleId }) => articleId)
      const statements = await archive.statements({ viewer: operator, speaker: 'quell' }, everything)
      const about = { all: [[['ferry']]], none: [] }
      const indexed = await archive.search({ viewer: operator, about }, everything)
      const deliveries = await Promise.all(found.map((id) => archive.deliveriesOf(id)))
      await archive.close()
      expect(found).toEqual(expect.arrayContaining(kept))
      expect(files.toSorted()).toEqual(found.toSorted())
      expect([statements.total, indexed.total]).toEqual([found.length, found.length])
      expect(deliveries.map((list) => list.length)).toEqual(found.map(() => 1))
      expect(integrityOf(path)).toEqual([{ integrity_check: 'ok' }])
    }
  })

  it('makes the tables once when several processes open a new file at once', async () => {
    const path = join(folder, 'new.db')
    const module = JSON.stringify(join(import.meta.dirname, '../../src/archive/sqlite.ts'))
    const program = `const { openSqliteArchive } = await import(${module})
      const archive = openSqliteArchive(${JSON.stringify(path)})
      await archive.setMark(String(process.pid), 'here')
      await archive.close()`
    const opening = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' }),
    )
    const codes = await Promise.all(opening.map(async (child) => (await once(child, 'exit'))[0]))
    expect(codes).toEqual([0, 0, 0, 0])
    const archive = openSqliteArchive(path)
    onTestFinished(() => archive.close())
    const marks = await Promise.all(opening.map(({ pid }) => archive.mark(String(pid))))
    expect(marks).toEqual(['here', 'here', 'here', 'here'])
  })
})

function integrityOf(path: string): unknown {
  const connection = new DatabaseSync(path)
  const rows = connection.prepare('PRAGMA integrity_check').all()
  for (const table of ['article_words', 'statement_words', 'title_words', 'speaker_words']) {
    connection.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`)
  }
  connection.close()
  return rows.map((row) => ({ ...row }))
}
