import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { scopesOf } from '../../src/archive/scopes.ts'
import { schemaSteps } from '../../src/archive/sql/schema.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { dayMs } from '../../src/archive/subjects.ts'
import { ConfigError } from '../../src/errors.ts'
import { entry } from './entries.ts'
import { operator } from './fresh.ts'

const folder = await mkdtemp(join(tmpdir(), 'crier-file-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

function refusalOf(path: string, role: 'bot' | 'beside' = 'bot'): Error {
  try {
    openSqliteArchive(path, { role })
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error(`Expected ${path} to be refused`)
}

/** Root may write everywhere: where the tests run as root, this is done as somebody else. */
function asOther<T>(work: () => T): T {
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.('nobody')
  try {
    return work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

describe('the file of a SQLite archive', () => {
  it('is made with its folders, and still has everything when it is opened again', async () => {
    const path = join(folder, 'deep', 'er', 'crier.db')
    const first = openSqliteArchive(path, { role: 'bot' })
    await first.keep(entry({ id: 'a' }))
    await first.close()
    const second = openSqliteArchive(path, { role: 'bot' })
    onTestFinished(() => second.close())
    expect((await second.article('a', operator))?.article.id).toBe('a')
  })

  it('has what was committed on the disk, whatever happens to the machine', () => {
    const file = new URL('../../src/archive/sqlite/open-database.ts', import.meta.url).href
    const program = `import { openDatabase } from '${file}'
      const { connection } = openDatabase(process.argv[1], false)
      console.log(connection.prepare('PRAGMA synchronous').get().synchronous)`
    const input = ['--input-type=module', '--eval', program, join(folder, 'synced.db')]
    const full = 2
    expect(Number(execFileSync(process.execPath, input, { encoding: 'utf8' }))).toBe(full)
  })

  it('ends the leases of a bot that is no more when the next one opens it', async () => {
    const path = join(folder, 'leases.db')
    const follow = { id: 'f', owner: 's', channel: 'c', createdBy: 'u', createdAt: 0 }
    const first = openSqliteArchive(path, { role: 'bot' })
    await first.addFollow(follow)
    await first.keep(entry({ id: 'a', deliveries: [{ channel: 'c', follows: ['f'] }], at: 1 }))
    const claim = { now: 10, leaseUntil: 1_000_000, limit: 1 }
    expect(await first.claimDeliveries(claim)).toHaveLength(1)
    await first.close()
    const second = openSqliteArchive(path, { role: 'bot' })
    onTestFinished(() => second.close())
    expect(await second.claimDeliveries(claim)).toHaveLength(1)
  })

  it('waits for another writer without holding up anything else', async () => {
    const path = join(folder, 'busy.db')
    const archive = openSqliteArchive(path, { role: 'bot' })
    onTestFinished(() => archive.close())
    await archive.keep(entry({ id: 'a' }))
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    let beats = 0
    const heart = setInterval(() => {
      beats += 1
    }, 20)
    const keeping = archive.keep(entry({ id: 'b' }))
    const marking = archive.setMark('order', 'second')
    expect((await archive.article('a', operator))?.article.id).toBe('a')
    expect(await archive.claimDeliveries({ now: 1, leaseUntil: 2, limit: 1 })).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(beats).toBeGreaterThan(5)
    expect((await archive.size(operator)).articles).toBe(1)
    other.exec('COMMIT')
    other.close()
    clearInterval(heart)
    expect(await keeping).toBe('new')
    await marking
    expect(await archive.mark('order')).toBe('second')
  })

  it('may be in memory', async () => {
    const archive = openSqliteArchive(':memory:', { role: 'bot' })
    await archive.keep(entry({ id: 'a' }))
    expect((await archive.size(operator)).articles).toBe(1)
    await archive.close()
    await expect(stat(':memory:.lock')).rejects.toThrow(/ENOENT/)
  })

  it('belongs to one bot at a time, also within one process', async () => {
    const path = join(folder, 'bot.db')
    const first = openSqliteArchive(path, { role: 'bot' })
    const refusal = refusalOf(path)
    expect(refusal).toBeInstanceOf(ConfigError)
    expect(refusal.message).toContain(
      `Cannot open the archive ${path}: another bot is using it. Stop that one`,
    )
    const beside = openSqliteArchive(path, { role: 'beside' })
    await beside.close()
    // Closing the reader must not have given the bot's lock away.
    expect(refusalOf(path)).toBeInstanceOf(ConfigError)
    await first.close()
    const second = openSqliteArchive(path, { role: 'bot' })
    await second.close()
  })

  it('is refused when it is no database', async () => {
    const path = join(folder, 'text.db')
    await writeFile(path, 'Dear diary, '.repeat(1_000))
    const refusal = refusalOf(path)
    expect(refusal).toBeInstanceOf(ConfigError)
    expect(refusal.message).toMatch(
      /Cannot open the archive .*text\.db: file is not a database\. .*crier restore FILE/,
    )
    // A refused file is free again.
    expect(refusalOf(path).message).toMatch(/not a database/)
  })

  it('counts the days of what was kept before days were counted', async () => {
    const path = join(folder, 'older.db')
    const connection = new DatabaseSync(path)
    const steps = schemaSteps.slice(
      0,
      schemaSteps.findIndex((step) => step.includes('DELETE FROM day_tallies')),
    )
    for (const step of steps) connection.exec(step)
    connection.exec(`
      INSERT INTO articles (seq, id, title, publisher, language, published_at, first_seen_at)
        VALUES (1, 'a', 'A', '', 'en', ${dayMs}, ${dayMs});
      INSERT INTO audience (seq, scope, published_at, publisher_key) VALUES (1, '${scopesOf(operator)[0]}', ${dayMs}, '');
      PRAGMA user_version = ${steps.length}
    `)
    connection.close()
    const newer = openSqliteArchive(path)
    onTestFinished(() => newer.close())
    const { all } = await newer.dailyCounts([], { viewer: operator, until: dayMs, days: 2 })
    expect(all).toEqual([0, 1])
  })

  it('finds the newest of what was kept before it was noted by blocks', async () => {
    const path = join(folder, 'without-blocks.db')
    const older = openSqliteArchive(path)
    await older.keepAll(
      Array.from({ length: 300 }, (_, index) =>
        entry({
          id: `a${index}`,
          title: 'The pier',
          text: '"The pier is open."',
          said: [{ words: '"The pier is open."', by: 'Ada Quell' }],
          // The first to arrive is the newest.
          publishedAt: index === 0 ? 1_000 : index,
        }),
      ),
    )
    await older.close()
    const connection = new DatabaseSync(path)
    const step = schemaSteps.findIndex((sql) => sql.includes('CREATE TABLE latest_by_block'))
    connection.exec(`DROP TABLE latest_by_block; PRAGMA user_version = ${step}`)
    connection.close()
    const newer = openSqliteArchive(path)
    onTestFinished(() => newer.close())
    const about = { all: [[['pier']]], none: [] }
    const articles = await newer.newest({ viewer: operator, about }, { offset: 0, limit: 2 })
    expect(articles.rows.map(({ id }) => id)).toEqual(['a0', 'a299'])
  })

  it('is refused when a newer version wrote it', async () => {
    const path = join(folder, 'newer.db')
    const archive = openSqliteArchive(path)
    await archive.close()
    const connection = new DatabaseSync(path)
    connection.exec('PRAGMA user_version = 999')
    connection.close()
    expect(refusalOf(path)).toBeInstanceOf(ConfigError)
    expect(refusalOf(path).message).toMatch(/newer version of this program wrote it \(schema 999/)
  })

  it("is refused when it is another program's database", () => {
    const path = join(folder, 'other.db')
    const connection = new DatabaseSync(path)
    connection.exec('CREATE TABLE bookmarks (url TEXT)')
    connection.close()
    expect(refusalOf(path)).toBeInstanceOf(ConfigError)
    expect(refusalOf(path).message).toMatch(/another program's database/)
  })

  it('is refused when it is a directory', async () => {
    const path = join(folder, 'directory.db')
    await mkdir(path)
    expect(refusalOf(path)).toBeInstanceOf(ConfigError)
    expect(refusalOf(path).message).toMatch(/directory\.db: it is a directory/)
  })

  it.runIf(process.platform === 'linux')('is refused where there can be no folder', () => {
    const refusal = refusalOf('/proc/crier/data/crier.db')
    expect(refusal).toBeInstanceOf(ConfigError)
    expect(refusal.message).toMatch(
      /Cannot open the archive \/proc\/crier\/data\/crier\.db: ENOENT.*Check DATA_DIR/,
    )
  })

  it('is refused when its folder cannot be made', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    const refusal = refusalOf(join(file, 'crier.db'))
    expect(refusal).toBeInstanceOf(ConfigError)
    expect(refusal.message).toMatch(
      /Cannot open the archive .*file\/crier\.db: .*file is a file, not a folder\. /,
    )
    expect(refusal.message).toContain('Check DATA_DIR')
  })

  it('is refused when its folder may not be written to', async () => {
    const locked = join(folder, 'locked')
    await mkdir(locked)
    await chmod(folder, 0o755)
    await chmod(locked, 0o555)
    const refusal = asOther(() => refusalOf(join(locked, 'crier.db'), 'beside'))
    expect(refusal).toBeInstanceOf(ConfigError)
    expect(refusal.message).toMatch(/EACCES: permission denied.*Check DATA_DIR/)
  })

  it('names itself and the cause when it is damaged', async () => {
    const path = join(folder, 'damaged.db')
    const archive = openSqliteArchive(path)
    for (let n = 0; n < 50; n++) await archive.keep(entry({ id: `n${n}`, text: 'word '.repeat(500) }))
    await archive.close()
    const { size } = await stat(path)
    const head = 100 * 1024
    await writeFile(path, Buffer.alloc(size - head, 'x'), { flag: 'r+' })
    await expect(async () => {
      const damaged = openSqliteArchive(path)
      try {
        await damaged.size(operator)
      } finally {
        await damaged.close()
      }
    }).rejects.toThrow(/archive .*damaged\.db: /)
  })
})
