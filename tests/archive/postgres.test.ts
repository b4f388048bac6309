import { Client } from 'pg'
import { afterAll, describe } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openPostgresArchive } from '../../src/archive/postgres.ts'
import { describeKeepTogether } from './contract/keep-together.ts'
import { describeNonInterference } from './contract/non-interference.ts'
import { describeArchive } from './contract.ts'
import { describeMigration } from './postgres-migration.ts'
import { startPostgres } from './postgres-server.ts'
import { describeOpening } from './postgres-start.ts'
import { describeSameAnswers } from './same-answers.ts'

const server = await startPostgres()
const url = await server.freshUrl()
const archive = await openPostgresArchive(url)
const emptier = new Client({ connectionString: url })
// A server that is restarted cuts it off.
emptier.on('error', () => undefined)
await emptier.connect()
const { rows } = await emptier.query<{ name: string }>(
  `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('schema_version', 'word_totals')`,
)
const empty = `${rows.map(({ name }) => `DELETE FROM ${name};`).join(' ')} UPDATE word_totals SET rows = 0, terms = 0`

afterAll(async () => {
  await archive.close()
  await emptier.end()
  await server.close()
})

/** The one archive, emptied: a new one for each test would take longer than the test. */
async function emptied(): Promise<Archive> {
  await emptier.query(`SET session_replication_role = replica; ${empty}`)
  let closed = false
  const guard = (name: string, method: (...values: never[]) => Promise<unknown>) => [
    name,
    async (...values: never[]) => {
      if (closed) throw new Error('Cannot use the archive: it was closed')
      return method(...values)
    },
  ]
  const methods = Object.entries(archive).map(([name, method]) => guard(name, method))
  return {
    ...Object.fromEntries(methods),
    close: async () => {
      closed = true
    },
  }
}

describeArchive('the Postgres archive', emptied)

describe('the Postgres archive answers', () => describeSameAnswers(emptied))
describe('the Postgres archive', () => describeKeepTogether(emptied, { runs: 3 }))
describe('the Postgres archive', () => describeNonInterference(emptied, { runs: 4 }))
describe('an embedded archive', () => describeMigration(() => server))
describe('the Postgres archive', () => describeOpening(() => server))
