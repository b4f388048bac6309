import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** What lets anybody answer for the bot for a quarter of an hour, in the addresses that Discord's errors name. */
const interactionToken = /(\/(?:webhooks|interactions)\/\d+\/)[^/?]+/g

/**
 * A log of JSON lines; by default on standard error: standard output belongs to answers. Errors of Discord's are told
 * without what was asked (an exported list of feeds has passwords in it) and without the interaction's token.
 */
export function logTo(level: Config['LOG_LEVEL'], destination?: DestinationStream): Logger {
  const serializers = { err: toldError }
  return pino({ level, serializers }, destination ?? pino.destination({ fd: 2, sync: true }))
}

function toldError(error: Error): unknown {
  const told: unknown = pino.stdSerializers.err(error)
  return JSON.parse(
    JSON.stringify(told, (name, value: unknown) => {
      if (name === 'requestBody') return undefined
      return typeof value === 'string' ? value.replace(interactionToken, '$1…') : value
    }),
  )
}
