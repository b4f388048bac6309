import { describe } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { describeNonInterference } from './contract/non-interference.ts'

describe('an archive in memory', () => {
  describeNonInterference(async () => openSqliteArchive(':memory:'), { runs: 30 })
})
