import { describe } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { describeKeepTogether } from './contract/keep-together.ts'
import { describeNonInterference } from './contract/non-interference.ts'

const open = async () => openSqliteArchive(':memory:')

describe('an archive in memory', () => {
  describeNonInterference(open, { runs: 22 })
  describeKeepTogether(open, { runs: 12 })
})
