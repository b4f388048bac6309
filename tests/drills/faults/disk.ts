import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqliteArchive } from '../../../src/archive/sqlite.ts'
import { systemClock } from '../../../src/clock.ts'
import { asOne, type DrillResult, type ScriptedDrill } from '../scripted-drill.ts'
import { startBotProgram } from './bot-program.ts'
import {
  allowLongFiles,
  liveThroughEach,
  mountDisk,
  remountDisk,
  type Trouble,
  unmountDisk,
} from './trouble-stage.ts'

const mebibyte = 1024 * 1024
/** Blocks of 512 bytes: a database with a few articles, but not many. */
const fileBlocks = 3000

/** A disk whose every file may only be so long: what works without any rights. */
export const longFiles: Trouble = {
  shellFirst: `ulimit -S -f ${fileBlocks}`,
  happen: async ({ bot, write, data }) => {
    // The journal is longer than any file may be from here on.
    const { size } = statSync(join(data, 'crier.db-wal'))
    for (let count = size; count < fileBlocks * 512; count += mebibyte / 8) write(2)
    await bot.logged('article not kept; trying again')
    allowLongFiles(bot.pid)
  },
  says: /Cannot write the archive .*crier\.db: .*make room/i,
}

/** A disk that is full until somebody makes room. */
const fullDisk: Trouble = {
  before: (data) => mountDisk(data, 12),
  after: unmountDisk,
  happen: async ({ bot, write, data }) => {
    const filler = join(data, 'filler')
    fill(filler)
    write(10)
    await bot.logged('article not kept; trying again')
    rmSync(filler)
  },
  says: /Cannot write the archive .*crier\.db: .*make room/i,
}

/** Another process that writes for a minute. */
export function lockedFor(ms: number): Trouble {
  return {
    happen: async ({ bot, write, data }) => {
      const other = new DatabaseSync(join(data, 'crier.db'), { timeout: 10_000 })
      other.exec('BEGIN IMMEDIATE')
      write(5)
      await Promise.all([systemClock.wait(ms), bot.logged('article not kept; trying again')])
      other.exec('ROLLBACK')
      other.close()
    },
    says: /Cannot write the archive .*crier\.db: database is locked\. Another process/,
  }
}

/** Fills a disk to the last byte. */
function fill(path: string): void {
  for (const size of [mebibyte, 4096, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // Full for pieces of this size.
    }
  }
}

/** A bot that is started on a disk that is mounted read-only: what it says before it ends. */
async function startReadOnly(): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-disk-'))
  mountDisk(folder, 8)
  try {
    await openSqliteArchive(join(folder, 'crier.db')).close()
    remountDisk(folder, 'ro')
    const bot = startBotProgram({ DATA_DIR: folder, DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: nowhere })
    const status = await bot.ended
    const said = bot.log().replaceAll(folder, '…').trim()
    const isRight = status === 2 && /^crier: Cannot open the archive .*read-only .*Check DATA_DIR/.test(said)
    return { figures: { status, said }, wrong: isRight ? [] : [`ended with ${status}: ${said}`] }
  } finally {
    unmountDisk(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

const nowhere = 'http://127.0.0.1:1/api'
const minuteMs = 60_000

/** Disks and files that take no more writes for a while. */
export const disk: ScriptedDrill = {
  name: 'disk',
  question:
    'The embedded database on a disk that is read-only or full, or in a file that another process holds for a minute: the log says what, where and what to do, and the bot goes on by itself without a loss',
  extent: {},
  run: async ({ seed }) => {
    const troubles = { longFiles, fullDisk, locked: lockedFor(minuteMs) }
    return asOne({ readOnly: await startReadOnly(), ...(await liveThroughEach(troubles, seed)) })
  },
}
