import { randomUUID } from 'node:crypto'
import { Locale } from 'discord-api-types/v10'
import { z } from 'zod'
import { parseCommandLine } from '../command-line.ts'
import type { GivenOptions } from '../command-options.ts'
import type { Hand } from '../hand.ts'
import type { InteractionOutcome, Modal } from '../interactions.ts'
import { commandsIn, knownNames } from '../localized-commands.ts'
import type { StandIn } from '../stand-in.ts'
import { componentViews } from './component-view.ts'
import { namesIn } from './message-view.ts'
import type { OutcomeView } from './wire.ts'

const file = z.object({ filename: z.string(), contentType: z.string().optional(), base64: z.string() })
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]))
const custom = { message: z.string(), customId: z.string() }

/** What a person can do on the page. */
const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), name: z.string(), options }),
  /** A whole command as it is written: "/latest about:harbour". */
  z.object({ kind: z.literal('line'), line: z.string() }),
  z.object({ kind: z.literal('complete'), name: z.string(), options, focused: z.string() }),
  z.object({ kind: z.literal('press'), ...custom }),
  z.object({ kind: z.literal('select'), ...custom, values: z.array(z.string()) }),
  z.object({ kind: z.literal('menu'), name: z.string(), message: z.string() }),
  z.object({
    kind: z.literal('submit'),
    modal: z.string(),
    entries: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ kind: z.literal('say'), content: z.string() }),
  /** Sets the language of this person's Discord. */
  z.object({ kind: z.literal('speak'), locale: z.enum(Locale) }),
])

/** An act, who does it and where. */
export const actRequest = z.object({ user: z.string(), channel: z.string(), act })

type Act = z.infer<typeof act>

/** Does what people do on the page. */
export interface Acts {
  /** @throws Error in plain words where Discord would not let the person do it. */
  readonly perform: (request: z.infer<typeof actRequest>) => Promise<OutcomeView>
}

/** Acts in a stand-in; the forms that the bot opened are remembered until they are sent. */
export function createActs(standIn: StandIn): Acts {
  const modals = new Map<string, Modal>()
  return {
    perform: async ({ user, channel, act }) => {
      const hand = standIn.as(user, channel)
      if (act.kind === 'say') {
        hand.say(act.content)
        return {}
      }
      if (act.kind === 'speak') {
        standIn.change.setLocale(user, act.locale)
        return {}
      }
      const locale = standIn.world.users.get(user)?.locale ?? ''
      return viewOf(standIn, modals, await interact(standIn, hand, { act, modals, channel, locale }))
    },
  }
}

interface Deed {
  readonly act: Exclude<Act, { kind: 'say' | 'speak' }>
  /** The language of the person's Discord, by whose names commands are called. */
  readonly locale: string
  readonly modals: Map<string, Modal>
  readonly channel: string
}

function interact(standIn: StandIn, hand: Hand, deed: Deed): Promise<InteractionOutcome> {
  const { act, modals } = deed
  switch (act.kind) {
    case 'command': {
      const { name, options } = knownNames(deed.locale, hand.commands(), act)
      return hand.command(name, given(options))
    }
    case 'line':
      return runLine(standIn, hand, { ...deed, line: act.line })
    case 'complete': {
      const { name, options } = knownNames(deed.locale, hand.commands(), act)
      const focused = Object.keys(act.options).indexOf(act.focused)
      return hand.autocomplete(name, given(options), Object.keys(options)[focused] ?? act.focused)
    }
    case 'press':
      return hand.press(act.message, act.customId)
    case 'select':
      return hand.select(act.message, act.customId, act.values)
    case 'menu':
      return hand.messageCommand(
        knownNames(deed.locale, hand.commands(), { name: act.name, options: {} }).name,
        act.message,
      )
    case 'submit': {
      const modal = modals.get(act.modal)
      if (modal === undefined) throw new Error('This form is no longer open')
      return hand.submit(modal, act.entries)
    }
  }
}

function runLine(
  standIn: StandIn,
  hand: Hand,
  { line, channel, locale }: Pick<Deed, 'channel' | 'locale'> & { readonly line: string },
): Promise<InteractionOutcome> {
  const serverId = standIn.world.channels.get(channel)?.serverId ?? ''
  const commands = hand.commands()
  const typed = parseCommandLine(line, commandsIn(locale, commands), (kind, wanted) =>
    standIn.findId(serverId, kind, wanted),
  )
  const { name, options } = knownNames(locale, commands, typed)
  return hand.command(name, options)
}

function given(entries: z.infer<typeof options>): GivenOptions {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => {
      if (typeof value !== 'object') return [name, value]
      const { filename, contentType, base64 } = value
      const data = Buffer.from(base64, 'base64')
      return [name, { filename, data, ...(contentType !== undefined && { contentType }) }]
    }),
  )
}

function viewOf(
  { world }: StandIn,
  modals: Map<string, Modal>,
  { failure, choices, modal }: InteractionOutcome,
): OutcomeView {
  const key = randomUUID()
  if (modal !== undefined) modals.set(key, modal)
  return {
    ...(failure !== undefined && { failure }),
    ...(choices !== undefined && { choices }),
    ...(modal !== undefined && {
      modal: {
        key,
        title: modal.title,
        components: componentViews(modal.components, { nameOf: namesIn(world), files: [] }),
      },
    }),
  }
}
