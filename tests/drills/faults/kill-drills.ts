import type { ScriptedDrill } from '../scripted-drill.ts'
import { type DrillDatabase, embeddedDatabase, postgresDatabase } from './drill-database.ts'
import { killAgainAndAgain } from './kills.ts'

function killDrill(name: string, open: (folder: string) => Promise<DrillDatabase>): ScriptedDrill {
  return {
    name,
    question:
      'Rounds of kill -9 at random moments (reading, committing, sending, between send and settle, ending) while news comes in: nothing is lost, nothing is posted twice',
    extent: { rounds: 200 },
    run: ({ seed, rounds = 0 }) => killAgainAndAgain({ seed, rounds }, open),
  }
}

/** kill -9, on the embedded database. */
export const killsOnSqlite = killDrill('kills-sqlite', async (folder) => embeddedDatabase(folder))

/** kill -9, on Postgres. */
export const killsOnPostgres = killDrill('kills-postgres', (folder) => postgresDatabase(folder))
