import dotenv from 'dotenv'
import { z } from 'zod'
import { ConfigError } from './errors.ts'

const highestPort = 65_535
const port = z.coerce.number().int().min(1).max(highestPort)
const address = z.url({ protocol: /^https?$/ })

/** "5/30": pages for a member / for a server in a minute. */
const fetchesPerMinute = z
  .string()
  .regex(/^\d{1,4}\/\d{1,4}$/, 'Expected member/server, such as 5/30')
  .transform((value) => {
    const [member, server] = value.split('/').map(Number)
    return { member: member ?? 0, server: server ?? 0 }
  })

/** "0-3/16": the first and last shard of this process, and the total. */
const shardRange = z
  .string()
  .regex(/^\d{1,5}(-\d{1,5})?\/\d{1,5}$/, 'Expected auto or first-last/total, such as 0-3/16')
  .transform((value) => {
    const [range = '', total = ''] = value.split('/')
    const [first = '', last = first] = range.split('-')
    return { first: Number(first), last: Number(last), total: Number(total) }
  })
  .refine(({ first, last, total }) => first <= last && last < total, 'Expected first <= last < total')

const privateHosts = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  )

/** One entry for each variable of .env.example, in the same order. An empty variable counts as absent. */
const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, 'Expected letters, digits, points, hyphens and underscores alone')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/, 'Expected a server id of 15 to 21 digits')
    .optional(),
  DISCORD_API_URL: address.default('https://discord.com/api'),
  ARTICLES_DIR: z.string().default('articles'),
  FEEDS_FILE: z.string().default('articles/feeds.opml'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default('data'),
  POLL_MINUTES: z.coerce.number().int().min(1).max(1440).default(15),
  RETENTION_DAYS: z.coerce.number().int().min(0).max(36_500).default(0),
  ALLOW_PRIVATE_HOSTS: privateHosts,
  FETCHES_PER_MINUTE: fetchesPerMinute.prefault('5/30'),
  CONTACT_URL: z.url({ protocol: /^(https?|mailto)$/ }).optional(),
  PREVIEW_PORT: port.default(8787),
  HTTP_PORT: port.optional(),
  HTTP_HOST: z.string().default('127.0.0.1'),
  ROLE: z.enum(['all', 'bot', 'newsroom']).default('all'),
  SHARDS: z.union([z.literal('auto'), shardRange]).default('auto'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/** The names of all variables, in the order of .env.example. */
export const variableNames: readonly string[] = Object.keys(environment.shape)

/** What the environment says, checked; one frozen object, read once and passed down. */
export type Config = Readonly<z.infer<typeof environment>>

/**
 * Reads the environment, `.env` in the working directory included (the process's own variables win).
 * @throws ConfigError one message naming every variable that is wrong, its value and why. Never the token's value.
 */
export function readConfig(): Config {
  const { error } = dotenv.config({ quiet: true })
  // No file is as good as an empty one; one that cannot be read may hold the token.
  if (error !== undefined && !isMissing(error)) {
    throw new ConfigError(`Cannot read .env: ${error.message}`, { cause: error })
  }
  return parseConfig(process.env)
}

function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT'
}

/**
 * Checks a set of variables. Unknown ones are ignored, empty ones count as absent.
 * @throws ConfigError as `readConfig` does.
 * @example parseConfig({ POLL_MINUTES: '30' }).POLL_MINUTES // => 30
 */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(set)
  if (!parsed.success) throw new ConfigError(describeProblems(parsed.error, set))
  checkTogether(parsed.data)
  return Object.freeze(parsed.data)
}

function describeProblems(error: z.ZodError, set: Record<string, string | undefined>): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0])
    const value = name === 'DISCORD_TOKEN' ? '(hidden)' : JSON.stringify(withoutPassword(set[name] ?? ''))
    return `  ${name}=${value}: ${issue.message}`
  })
  return `The environment is wrong (see .env.example):\n${lines.join('\n')}`
}

function withoutPassword(value: string): string {
  return value.replace(/\/\/[^/@]*@/, '//…@')
}

function checkTogether(config: Config): void {
  if (config.ROLE !== 'all' && config.DATABASE_URL === undefined) {
    throw new ConfigError(
      `ROLE=${config.ROLE} needs DATABASE_URL=postgres://…: one SQLite file serves one process`,
    )
  }
}
