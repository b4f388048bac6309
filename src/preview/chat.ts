import { parseCommandLine } from './command-line.ts'
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
   * Sends a line as it is typed in Discord ("/latest about:harbour").
   * @throws Error naming what is wrong with the line, or that the bot did not answer.
   */
  readonly send: (line: string) => Promise<readonly ChatMessage[]>
  /** Calls back for each message of the bot's that nobody asked for. */
  readonly onMessage: (show: (message: ChatMessage) => void) => void
}

/** The chat of the newsroom's administrator in #general. */
export function openChat(standIn: StandIn): Chat {
  const hand = standIn.as(seedIds.admin, seedIds.general)
  const shown = ({ channelId, content, components }: Message): ChatMessage => ({
    channel: standIn.world.channels.get(channelId)?.name ?? channelId,
    content,
    components,
  })
  return {
    send: async (line) => {
      const { name, options } = parseCommandLine(line, standIn.commands())
      const { failure, messages } = await hand.command(name, options)
      if (failure !== undefined) throw new Error(failure)
      return messages.map(shown)
    },
    onMessage: (show) => {
      standIn.on('message', (message) => {
        if (message.authorId === standIn.applicationId && message.interaction === undefined)
          show(shown(message))
      })
    },
  }
}
