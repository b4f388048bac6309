import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js'
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Follow } from '../archive/follows.ts'
import { UserError } from '../errors.ts'
import { parseExpression } from '../queries/expression.ts'
import { isTimezone } from '../queries/server-settings.ts'
import { given, givenName } from './command.ts'
import { choiceOption, described, named, textOption } from './options.ts'

/** What a person types to take a condition or a time off a follow. */
const nothing = '-'
/** More posts a day than anybody reads. */
const maxMost = 100

const time = /^([01]?\d|2[0-3]):([0-5]\d)$/

/** Which articles a follow posts. */
export const conditionOptions: readonly APIApplicationCommandBasicOption[] = [
  textOption('about', 'aboutOption'),
  textOption('speaker', 'speakerFollowed', { autocomplete: true }),
  textOption('publisher', 'publisher', { autocomplete: true }),
  textOption('exclude', 'exclude'),
]

/** When a follow posts them. */
export const timeOptions: readonly APIApplicationCommandBasicOption[] = [
  choiceOption('delivery', 'delivery', ['instant', 'hourly', 'daily']),
  textOption('at', 'at', { maxLength: 5 }),
  {
    type: ApplicationCommandOptionType.Integer,
    ...named('most'),
    ...described('most'),
    min_value: 0,
    max_value: maxMost,
  },
  textOption('quiet', 'quiet', {
    maxLength: 11,
  }),
]

/** A time zone by its name. */
export const timezoneOption = textOption('timezone', 'timezone', {
  autocomplete: true,
  maxLength: 60,
})

/** What can be taken off a follow; the same words as the options that set it. */
const clearable = ['about', 'speaker', 'publisher', 'exclude', 'at', 'most', 'quiet'] as const
type Clearable = (typeof clearable)[number] | 'mention' | 'crosspost' | 'timezone'

/** What is to be taken off a follow, by the names of its options. */
export function clearOption(more: readonly Clearable[]): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named('clear'),
    ...described('clear'),
    choices: [...clearable, ...more].map((value) => ({ ...named(value), value })),
  }
}

/** The part of a follow that these options say. */
export type GivenTerms = Omit<Follow, 'id' | 'owner' | 'channel' | 'createdBy' | 'createdAt' | 'paused'>

/** A follow without what the option `clear` takes off it. */
export function clearedTerms<Terms extends GivenTerms>(
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
  before: Terms,
): Terms {
  const cleared = options.getString('clear')
  return cleared === null ? before : { ...before, [cleared]: undefined }
}

/**
 * What the options say of a follow. What is left out is as it was `before`; "-" takes a condition or a time away.
 * @throws UserError naming an option that cannot be understood, and how it is to be written.
 */
export function readTerms(
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
  before: GivenTerms = {},
): GivenTerms {
  const text = (
    name: string,
    was: string | undefined,
    read = (typed: string): string | undefined => typed,
  ) => {
    const typed = given(options.getString(name))
    return typed === undefined ? was : typed === nothing ? undefined : read(typed)
  }
  const terms = dropAbsent({
    about: text('about', before.about, checkedExpression),
    speaker: text('speaker', before.speaker),
    publisher: text('publisher', before.publisher, givenName),
    exclude: text('exclude', before.exclude, checkedExpression),
    mention: before.mention,
    delivery: readDelivery(options.getString('delivery'), before.delivery),
    at: text('at', before.at, readTime),
    most: readMost(options.getInteger('most'), before.most),
    quiet: text('quiet', before.quiet, readQuiet),
    timezone: text('timezone', before.timezone, readTimezone),
    crosspost: before.crosspost,
  })
  refuseIdleTime(terms, before)
  return terms
}

/** A time that no digest would heed is a misunderstanding. */
function refuseIdleTime({ at, delivery, most }: GivenTerms, before: GivenTerms): void {
  if (at === undefined || at === before.at || delivery === 'daily' || most !== undefined) return
  throw new UserError({ kind: 'idleTime' })
}

function checkedExpression(typed: string): string {
  parseExpression(typed)
  return typed
}

function readDelivery(typed: string | null, was: Follow['delivery']): Follow['delivery'] {
  if (typed === null) return was
  return typed === 'hourly' || typed === 'daily' ? typed : undefined
}

function readMost(typed: number | null, was: number | undefined): number | undefined {
  if (typed === null) return was
  return typed === 0 ? undefined : typed
}

function readTime(typed: string): string {
  const [, hour, minute] = time.exec(typed) ?? []
  if (hour === undefined || minute === undefined) throw new UserError({ kind: 'noTimeOfDay', typed })
  return `${hour.padStart(2, '0')}:${minute}`
}

function readQuiet(typed: string): string {
  const times = typed.split(/[-–]/).map((part) => part.trim())
  const [from, to] = times
  if (from === undefined || to === undefined || times.length !== 2 || from === to)
    throw new UserError({ kind: 'noHours', typed })
  return `${readTime(from)}-${readTime(to)}`
}

/**
 * The name of a time zone as it is kept.
 * @throws UserError if there is none of that name.
 */
export function readTimezone(typed: string): string {
  if (!isTimezone(typed)) throw new UserError({ kind: 'noTimezone', typed })
  return typed
}
