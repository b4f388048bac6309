import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { describeArchive } from './contract.ts'

const folder = await mkdtemp(join(tmpdir(), 'crier-archive-'))
let files = 0

afterAll(() => rm(folder, { recursive: true, force: true }))

describeArchive('the SQLite archive', async () =>
  openSqliteArchive(join(folder, `${++files}.db`), { role: 'bot' }),
)
