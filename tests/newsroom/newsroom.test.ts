import { mkdtempSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { soleLeases } from '../../src/archive/leases.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { type Newsroom, startNewsroom } from '../../src/newsroom/newsroom.ts'

/** Everything that these tests write; gone after the last of them. */
const root = mkdtempSync(join(tmpdir(), 'crier-newsroom-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const longAgo = new Date(Date.UTC(2026, 0, 1))

const operator = { kind: 'operator' } as const
const all = { offset: 0, limit: 100 }

/** A folder, an archive in memory with one follow of everything, and what was logged. */
interface Stage {
  readonly directory: string
  readonly archive: Archive
  readonly lines: string[]
  readonly open: () => Promise<Newsroom>
  readonly write: (name: string, title: string) => Promise<void>
  /** Writes a file as if it had been there for long. */
  readonly writeOld: (name: string, title: string) => Promise<void>
  /** Titles of all articles, by id. */
  readonly titles: () => Promise<ReadonlyMap<string, string>>
  /** Titles of the articles that caused posts. */
  readonly news: () => Promise<readonly string[]>
}

async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(root, 'stage-'))
  const directory = join(folder, 'articles')
  await mkdir(directory)
  const archive = openSqliteArchive(':memory:')
  await archive.addFollow({ id: 'f', owner: 's', channel: 'c', createdBy: 'u', createdAt: 0 })
  const lines: string[] = []
  const log = pino(
    { level: 'warn' },
    new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
  )
  const stage: Stage = {
    directory,
    archive,
    lines,
    open: async () => {
      const newsroom = startNewsroom({
        leases: soleLeases,
        archive,
        clock: systemClock,
        log,
        directory,
        keepMs: 0,
        onArticle: () => undefined,
      })
      await newsroom.swept
      return newsroom
    },
    write: (name, title) =>
      writeFile(join(directory, name), `${title}\n\n${title} was what everybody spoke of on Friday.`),
    writeOld: async (name, title) => {
      await stage.write(name, title)
      await utimes(join(directory, name), longAgo, longAgo)
    },
    titles: async () => {
      const { rows } = await archive.newest({ viewer: operator }, all)
      return new Map(rows.map(({ id, title }) => [id, title]))
    },
    news: async () => {
      const caused: string[] = []
      for (const [id, title] of await stage.titles()) {
        if ((await archive.deliveriesOf(id)).length > 0) caused.push(title)
      }
      return caused
    },
  }
  return stage
}

/** Starts a newsroom, does something, waits until it shows, and ends the newsroom. */
async function session(
  stage: Stage,
  work: () => Promise<void>,
  shows: () => Promise<boolean>,
): Promise<void> {
  const newsroom = await stage.open()
  try {
    await work()
    const end = Date.now() + 20_000
    while (!(await shows())) {
      if (Date.now() > end) throw new Error(`Never: ${shows}; logged: ${stage.lines.join('')}`)
      await systemClock.wait(20)
    }
  } finally {
    await newsroom.close()
  }
}

async function always(): Promise<boolean> {
  return true
}

async function nothing(): Promise<void> {}

describe.concurrent('the newsroom', () => {
  it('tells nothing of what was there at first, and everything that comes later', async () => {
    const stage = await setStage()
    await stage.writeOld('old.txt', 'Old harbour')
    await session(
      stage,
      () => stage.write('new.txt', 'New harbour'),
      async () => (await stage.titles()).size === 2,
    )
    expect(await stage.news()).toEqual(['New harbour'])
  })

  it('takes what is written while the first load is interrupted for news, and the rest not', async () => {
    const stage = await setStage()
    await stage.writeOld('old.txt', 'Old harbour')
    const newsroom = startNewsroom({
      leases: soleLeases,
      ...stage,
      clock: systemClock,
      keepMs: 0,
      log: pino({ level: 'silent' }),
      onArticle: () => undefined,
    })
    await newsroom.close()
    await stage.write('new.txt', 'New harbour')
    await session(stage, nothing, always)
    expect(await stage.news()).toEqual(['New harbour'])
  })

  it('tells of what comes after another newsroom has read the folder first and ended', async () => {
    const stage = await setStage()
    let isFree = false
    const heir = startNewsroom({
      leases: { ...soleLeases, take: async () => isFree },
      ...stage,
      clock: { ...systemClock, wait: (_ms, signal) => systemClock.wait(5, signal) },
      keepMs: 0,
      log: pino({ level: 'silent' }),
      onArticle: () => undefined,
    })
    await session(stage, nothing, always)
    await stage.writeOld('late.txt', 'Late harbour')
    isFree = true
    await heir.swept
    await heir.close()
    expect(await stage.news()).toEqual(['Late harbour'])
  })

  it('tells of the first file of a folder that was empty', async () => {
    const stage = await setStage()
    await session(stage, nothing, always)
    await stage.write('first.txt', 'First harbour')
    await session(stage, nothing, always)
    expect(await stage.news()).toEqual(['First harbour'])
  })

  it('keeps the id of a file that moves, and gives the next one in its place another', async () => {
    const stage = await setStage()
    await stage.writeOld('a.txt', 'Old harbour')
    await stage.writeOld('b.txt', 'Lighthouse')
    await session(stage, nothing, always)
    const before = await stage.titles()
    await rename(join(stage.directory, 'a.txt'), join(stage.directory, 'moved.txt'))
    await session(stage, nothing, always)
    expect(await stage.titles()).toEqual(before)
    await stage.write('a.txt', 'New harbour')
    await session(stage, nothing, always)
    expect(new Set((await stage.titles()).values())).toEqual(
      new Set(['Old harbour', 'Lighthouse', 'New harbour']),
    )
    expect(await stage.news()).toEqual(['New harbour'])
  })

  it('withdraws nothing when the folder is another one, also not at the start after, and tells none of it', async () => {
    const stage = await setStage()
    await stage.writeOld('a.txt', 'Old harbour')
    await stage.writeOld('b.txt', 'Lighthouse')
    await session(stage, nothing, always)
    await rm(stage.directory, { recursive: true })
    await mkdir(stage.directory)
    await stage.write('c.txt', 'Other island')
    await session(stage, nothing, always)
    await session(stage, nothing, always)
    expect(new Set((await stage.titles()).values())).toEqual(
      new Set(['Old harbour', 'Lighthouse', 'Other island']),
    )
    expect(await stage.news()).toEqual([])
    expect(stage.lines.filter((line) => line.includes('it may be another folder'))).toHaveLength(1)
  })

  it('tells nothing of a folder that takes the place of the watched one', async () => {
    const stage = await setStage()
    await stage.writeOld('a.txt', 'Old harbour')
    await stage.writeOld('b.txt', 'Lighthouse')
    await session(
      stage,
      async () => {
        await rename(stage.directory, `${stage.directory} before`)
        await mkdir(`${stage.directory} after`)
        await writeFile(
          join(`${stage.directory} after`, 'c.txt'),
          'Other island\n\nIt lies far away from all the others.',
        )
        await rename(`${stage.directory} after`, stage.directory)
      },
      async () => (await stage.titles()).size === 3,
    )
    expect(await stage.news()).toEqual([])
  })

  it('tells of no more than fifty articles after a long absence, and keeps the others', async () => {
    const stage = await setStage()
    await stage.writeOld('a.txt', 'Old harbour')
    await session(stage, nothing, always)
    for (let number = 0; number < 55; number += 1) await stage.write(`new-${number}.txt`, `Island ${number}`)
    await session(stage, nothing, always)
    expect((await stage.titles()).size).toBe(56)
    expect(await stage.news()).toHaveLength(50)
    expect(stage.lines.filter((line) => line.includes('too much news'))).toHaveLength(1)
  })

  it('takes a file of the first load whose time lies ahead for no news', async () => {
    const stage = await setStage()
    await stage.write('ahead.txt', 'Harbour of tomorrow')
    const ahead = new Date(Date.now() + 24 * 3_600_000)
    await utimes(join(stage.directory, 'ahead.txt'), ahead, ahead)
    await session(stage, nothing, always)
    expect((await stage.titles()).size).toBe(1)
    expect(await stage.news()).toEqual([])
  })

  it('warns of a bad file once, also over restarts, and reads it when it is mended', async () => {
    const stage = await setStage()
    await writeFile(join(stage.directory, 'bad.txt'), Buffer.from([0, 1, 2, 3, 0, 0]))
    await session(stage, nothing, always)
    await session(stage, nothing, always)
    expect(stage.lines.filter((line) => line.includes('bad.txt'))).toHaveLength(1)
    await stage.write('bad.txt', 'Mended harbour')
    await session(stage, nothing, always)
    expect([...(await stage.titles()).values()]).toEqual(['Mended harbour'])
  })
})
