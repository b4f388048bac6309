import type { CommandOptionView } from '../site/wire.ts'
import { channelsIn, type Session } from './session.ts'

/** A value as the preview takes it. */
export type OptionValue =
  | string
  | number
  | boolean
  | { readonly filename: string; readonly contentType?: string; readonly base64: string }

/** Where a value is wanted. */
export interface OptionPlace {
  readonly session: Session
  /** The command's whole name. */
  readonly command: string
  /** What is given so far in all fields. */
  readonly given: () => Readonly<Record<string, OptionValue>>
}

/** A value to choose, and the words for it. */
export interface OptionChoice {
  readonly label: string
  readonly value: string | number | boolean
}

/** Most choices that are shown at once: as many as Discord shows. */
const maxChoices = 25

/** What can be chosen for an option while it is typed. Where the bot does not answer in time, nothing. */
export async function choicesFor(
  option: CommandOptionView,
  typed: string,
  place: OptionPlace,
): Promise<readonly OptionChoice[]> {
  if (option.autocomplete) return completions(option, typed, place)
  const wanted = typed.trim().toLowerCase()
  return choicesOf(option, place)
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, maxChoices)
}

/** What was typed without choosing: the choice that it names, a number where one is wanted, else the words. */
export function typedValue(
  option: CommandOptionView,
  text: string,
  place: OptionPlace,
): OptionValue | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const wanted = bare(typed)
  const named = choicesOf(option, place).find(
    ({ label, value }) => bare(label) === wanted || String(value).toLowerCase() === wanted,
  )
  if (named !== undefined) return named.value
  const isNumeric = option.kind === 'whole' || option.kind === 'number'
  return isNumeric && !Number.isNaN(Number(typed)) ? Number(typed) : typed
}

/** Without the mark of a channel, role or person. */
function bare(name: string): string {
  return name.toLowerCase().replace(/^[#@]/, '')
}

async function completions(
  option: CommandOptionView,
  typed: string,
  { session, command, given }: OptionPlace,
): Promise<readonly OptionChoice[]> {
  const options = { ...given(), [option.name]: typed }
  const outcome = await session
    .act({ kind: 'complete', name: command, options, focused: option.name })
    .catch(() => undefined)
  return (outcome?.choices ?? []).map(({ name, value }) => ({ label: name, value }))
}

function choicesOf(option: CommandOptionView, { session }: OptionPlace): readonly OptionChoice[] {
  const people = (session.server?.members ?? [session.scene.me]).map(({ id, name }) => ({
    label: `@${name}`,
    value: id,
  }))
  const roles = (session.server?.roles ?? []).map(({ id, name }) => ({
    label: `@${name.replace(/^@/, '')}`,
    value: id,
  }))
  switch (option.kind) {
    case 'yesno':
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ]
    case 'user':
      return people
    case 'role':
      return roles
    case 'mentionable':
      return [...people, ...roles]
    case 'channel':
      return (session.server?.channels ?? channelsIn(session.scene))
        .filter(({ type }) => option.channelTypes.length === 0 || option.channelTypes.includes(type))
        .map(({ id, name }) => ({ label: `#${name}`, value: id }))
    default:
      return option.choices.map(({ name, value }) => ({ label: name, value }))
  }
}
