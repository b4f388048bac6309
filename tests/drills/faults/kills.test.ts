import { describe, expect, it } from 'vitest'
import { embeddedDatabase, postgresDatabase } from './drill-database.ts'
import { killAgainAndAgain } from './kills.ts'

describe('kill -9 at any moment', () => {
  it('loses nothing and posts nothing twice on the embedded database', async () => {
    const { wrong, figures } = await killAgainAndAgain({ seed: 9, rounds: 6 }, async (folder) =>
      embeddedDatabase(folder),
    )
    expect(wrong).toEqual([])
    expect(figures).toMatchObject({ articlesLost: 0, deliveriesLost: 0, postedTwice: 0, held: 0 })
  }, 120_000)

  it('loses nothing and posts nothing twice on Postgres', async () => {
    const { wrong } = await killAgainAndAgain({ seed: 4, rounds: 2 }, (folder) => postgresDatabase(folder))
    expect(wrong).toEqual([])
  }, 120_000)
})
