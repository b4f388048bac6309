import { z } from 'zod'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Follow } from '../archive/follows.ts'
import type { KeyedSpace } from '../archive/keyed.ts'

/** The defaults of a server. */
export interface ServerSettings {
  /** Channel in which it is told what goes wrong; absent: nowhere. */
  readonly notices?: string
  /** IANA name of the time zone of its digests and quiet hours; absent: UTC. */
  readonly timezone?: string
  /** BCP 47 tag of the language in which all of it is spoken to; absent: as Discord has it. */
  readonly language?: string
  /** Answers are shown to the asker alone unless the asker wants otherwise. */
  readonly isPrivate?: boolean
}

/** What is to change of them; a language that is null is chosen no longer. */
export type SettingsChange = Omit<ServerSettings, 'language'> & { readonly language?: string | null }

/** The settings of all servers. */
export interface SettingsBook {
  readonly get: (server: string) => Promise<ServerSettings>
  /** Changes what is named, and nothing else. @returns the settings from now on. */
  readonly change: (server: string, change: SettingsChange) => Promise<ServerSettings>
  /** Forgets all of one server. */
  readonly forget: (server: string) => Promise<void>
}

/** The time zone of who has chosen none. */
export const defaultTimezone = 'UTC'

/** The time zone in which a follow's times are meant: its own, its owner's, or UTC. */
export type ZoneOf = (follow: Pick<Follow, 'owner' | 'timezone'>) => Promise<string>

/** Asks the settings of owners for it. */
export function zoneOf(settings: SettingsBook): ZoneOf {
  return async ({ owner, timezone }) => timezone ?? (await settings.get(owner)).timezone ?? defaultTimezone
}

/** What is damaged, or another version's, counts as not set: else nothing would be answered in that server any more. */
const schema = z
  .object({
    notices: z.string().optional().catch(undefined),
    timezone: z.string().refine(isTimezone).optional().catch(undefined),
    language: z.string().optional().catch(undefined),
    isPrivate: z.boolean().optional().catch(undefined),
  })
  .catch({ notices: undefined, timezone: undefined, language: undefined, isPrivate: undefined })

/** The settings as they are kept. */
export function openSettings(space: KeyedSpace<unknown>): SettingsBook {
  const get = async (server: string): Promise<ServerSettings> =>
    dropAbsent(schema.parse((await space.get(server)) ?? {}))
  return {
    get,
    change: async (server, change) => {
      const { language, ...before } = await get(server)
      const { language: wanted = language, ...others } = change
      const settings = { ...before, ...others, ...(typeof wanted === 'string' && { language: wanted }) }
      await space.set(server, settings)
      return settings
    },
    forget: async (server) => void (await space.delete(server)),
  }
}

let listed: ReadonlySet<string> | undefined

/** The time zones that Intl lists, by their names of today; UTC comes first. */
export function listedTimezones(): ReadonlySet<string> {
  listed ??= new Set([defaultTimezone, ...Intl.supportedValuesOf('timeZone')])
  return listed
}

/** Whether a time zone is known by this name, which may be one of older days. */
export function isTimezone(name: string): boolean {
  // Settings are read for each answer and post; to make a format each time would take longer than to read them.
  if (listedTimezones().has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
