import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { parseCommandLine } from '../command-line.ts'
import type { GivenOptions } from '../command-options.ts'
import type { Hand } from '../hand.ts'
import type { InteractionOutcome, Modal } from '../interactions.ts'
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
      return viewOf(standIn, modals, await interact(standIn, hand, { act, modals, channel }))
    },
  }
}

interface Deed {
  readonly act: Exclude<Act, { kind: 'say' }>
  readonly modals: Map<string, Modal>
  readonly channel: string
}

function interact(standIn: StandIn, hand: Hand, { act, modals, channel }: Deed): Promise<InteractionOutcome> {
  switch (act.kind) {
    case 'command':
      return hand.command(act.name, given(act.options))
    case 'line':
      return runLine(standIn, hand, { line: act.line, channel })
    case 'complete':
      return hand.autocomplete(act.name, given(act.options), act.focused)
    case 'press':
      return hand.press(act.message, act.customId)
    case 'select':
      return hand.select(act.message, act.customId, act.values)
    case 'menu':
      return hand.messageCommand(act.name, act.message)
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
  { line, channel }: { readonly line: string; readonly channel: string },
): Promise<InteractionOutcome> {
  const serverId = standIn.world.channels.get(channel)?.serverId ?? ''
  const { name, options } = parseCommandLine(line, hand.commands(), (kind, wanted) =>
    standIn.findId(serverId, kind, wanted),
  )
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
