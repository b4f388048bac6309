import { type FindId, parseCommandLine } from './command-line.ts'
import type { Hand } from './hand.ts'
import type { InteractionOutcome } from './interactions.ts'
import { type MenuLine, parseMenuLine } from './menu-line.ts'
import { seedIds } from './seed.ts'
import type { StandIn } from './stand-in.ts'
import type { Message } from './world.ts'

/** A message as a person in the chat sees it. */
export interface ChatMessage {
  /** Name of the channel, without "#". */
  readonly channel: string
  readonly content: string
  /** As the API shows them. */
  readonly components: readonly unknown[]
}

/** One person's view of the stand-in: command lines in, messages out. */
export interface Chat {
  /**
   * Sends a line as it is typed in Discord ("/latest about:harbour"), or the name of a command in a message's menu
   * and the message ("Summarize https://quay.example/ferry").
   * @throws Error naming what is wrong with the line, or that the bot did not answer.
   */
  readonly send: (line: string) => Promise<readonly ChatMessage[]>
  /** The name of a channel or role by its id. */
  readonly nameOf: (id: string) => string | undefined
  /** Calls back for each message of the bot's that nobody asked for. */
  readonly onMessage: (show: (message: ChatMessage) => void) => void
}

/** The chat of the newsroom's administrator in #general. */
export function openChat(standIn: StandIn): Chat {
  const hand = standIn.as(seedIds.admin, seedIds.general)
  const shown = ({ channelId, content, components }: Message): ChatMessage => ({
    channel: standIn.world.channels.get(channelId)?.name || 'direct messages',
    content,
    components,
  })
  return {
    send: async (line) => {
      const menu = parseMenuLine(line, hand.commands())
      const { failure, messages } = await (menu === undefined
        ? runCommand(standIn, hand, line)
        : runOnMessage(standIn, hand, menu))
      if (failure !== undefined) throw new Error(failure)
      return messages.map(shown)
    },
    nameOf: (id) => standIn.world.channels.get(id)?.name ?? roleName(standIn, id),
    onMessage: (show) => {
      standIn.on('message', (message) => {
        if (message.authorId === standIn.applicationId && message.interaction === undefined)
          show(shown(message))
      })
    },
  }
}

function runCommand(standIn: StandIn, hand: Hand, line: string): Promise<InteractionOutcome> {
  const findId: FindId = (kind, wanted) => standIn.findId(seedIds.newsroom, kind, wanted)
  const { name, options } = parseCommandLine(line, hand.commands(), findId)
  return hand.command(name, options)
}

/** On the message with an id, on the newest that everybody sees, or on one that is written for it. */
function runOnMessage(
  standIn: StandIn,
  hand: Hand,
  { name, message }: MenuLine,
): Promise<InteractionOutcome> {
  const { messages } = standIn.world
  const newest = [...messages.values()].findLast(({ visibleTo }) => visibleTo === undefined)
  const target = message === '' ? newest : (messages.get(message) ?? hand.say(message))
  if (target === undefined) throw new Error(`There is no message yet; ${name} TEXT writes one`)
  return standIn.as(seedIds.admin, target.channelId).messageCommand(name, target)
}

function roleName({ world }: StandIn, id: string): string | undefined {
  return [...world.servers.values()]
    .map(({ roles }) => roles.get(id)?.name)
    .find((name) => name !== undefined)
}
