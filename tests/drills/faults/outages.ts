import { systemClock } from '../../../src/clock.ts'
import { asOne, type ScriptedDrill } from '../scripted-drill.ts'
import { type DrillDatabase, postgresDatabase } from './drill-database.ts'
import { openLine } from './line.ts'
import { liveThroughEach, type Trouble } from './trouble-stage.ts'

/** Longest silence of a gateway that a client believes in, and then some. */
const always = Number.POSITIVE_INFINITY
const everything = '* /*'
/** Articles that come in the middle of an outage. */
const articles = 4

/** Others that a bot needs are away for a while. */
export const outages: ScriptedDrill = {
  name: 'outages',
  question:
    'The gateway is gone, Discord answers 500, Discord limits all requests, Postgres is restarted under load, Postgres is away: for so many seconds while news comes in. Afterwards everything is posted, once, and members are answered',
  extent: { gatewaySeconds: 60, othersSeconds: 60 },
  run: async ({ seed, gatewaySeconds = 0, othersSeconds = 0 }) => {
    const troubles = troublesFor({ gatewayMs: gatewaySeconds * 1000, othersMs: othersSeconds * 1000 })
    return asOne(await liveThroughEach(troubles, seed))
  },
}

/** How long each is away, in milliseconds. */
interface Away {
  readonly gatewayMs: number
  readonly othersMs: number
}

/** The outages, by name. */
export function troublesFor({ gatewayMs, othersMs }: Away): Readonly<Record<string, Trouble>> {
  return {
    gatewayLost: {
      happen: async ({ gateway, discord, write }) => {
        gateway.cut()
        write(articles)
        await systemClock.wait(gatewayMs)
        gateway.mend()
        while (discord.gateway.connected() === 0) await systemClock.wait(100)
      },
      says: /gateway lost, reconnecting/,
    },
    answers500: {
      happen: async ({ discord, write }) => {
        discord.faults.fail(everything, 500, always)
        write(articles)
        await systemClock.wait(othersMs)
        discord.faults.clear()
      },
      says: /post failed; trying again/,
    },
    limited: {
      happen: async ({ discord, write }) => {
        discord.faults.rateLimit(everything, { retryAfter: othersMs / 4000, times: 4, global: true })
        write(articles)
        await systemClock.wait(othersMs)
      },
      says: /article posted/,
    },
    postgresRestarted: {
      open: (data) => postgresDatabase(data),
      happen: async ({ database, write }) => {
        write(articles)
        await systemClock.wait(100)
        await database.server?.restart()
        write(articles)
      },
      says: /article posted/,
    },
    postgresAway: postgresAway(othersMs),
  }
}

function postgresAway(awayMs: number): Trouble {
  let cut = (): void => undefined
  let mend = (): void => undefined
  return {
    open: async (data): Promise<DrillDatabase> => {
      const database = await postgresDatabase(data)
      const url = new URL(database.variables.DATABASE_URL ?? '')
      const line = await openLine(Number(url.port))
      cut = line.cut
      mend = line.mend
      url.port = String(line.port)
      const close = async (): Promise<void> => {
        await line.close()
        await database.close()
      }
      return { ...database, variables: { ...database.variables, DATABASE_URL: url.href }, close }
    },
    happen: async ({ write }) => {
      write(articles)
      cut()
      write(articles)
      await systemClock.wait(awayMs)
      mend()
    },
    says: /Cannot (read|write) the archive postgres:/,
  }
}
