import { createInterface } from 'node:readline'
import { type Streams, writeLine } from './output.ts'
import { renderText, type TextStyle } from './render-text.ts'

/** A message as a person in the chat sees it. */
export interface ChatMessage {
  /** Name of the channel, without "#". */
  readonly channel: string
  readonly content: string
  readonly components: readonly unknown[]
}

/** The chat that the prompt talks in. */
export interface Chat {
  /** Sends a line as a person would type it. @returns the answers. @throws Error naming what is wrong with the line. */
  readonly send: (line: string) => Promise<readonly ChatMessage[]>
  /** The name of a channel or role by its id. */
  readonly nameOf: (id: string) => string | undefined
  /** Calls back for each message that nobody asked for: announcements. */
  readonly onMessage: (show: (message: ChatMessage) => void) => void
}

const greeting = [
  'This is a preview: the real bot in a Discord that lives on this machine.',
  'Type a command, such as /latest, /whosaid speaker:…, /summary, /search query:… or /help. Ctrl+D ends it.',
  'Summarize https://… does what “Summarize” in the menu of a message with that link does.',
].join('\n')

/**
 * A prompt in the terminal: one command a line in, answers as text out, until the input ends. Lines from a pipe are
 * answered in order, without greeting and prompt.
 * @returns how many lines there were
 */
export async function runPrompt(chat: Chat, { input, output, errors }: Streams): Promise<number> {
  const interactive = input.isTTY === true && output.isTTY === true
  const style = { colour: output.isTTY === true, nameOf: chat.nameOf }
  const lines = createInterface({ input, ...(interactive && { output, prompt: '> ' }) })
  chat.onMessage((message) => {
    output.write(`\n[#${message.channel}] ${show(message, style)}\n\n`)
    if (interactive) lines.prompt(true)
  })
  if (interactive) {
    await writeLine(output, greeting)
    lines.prompt()
  }
  let count = 0
  for await (const line of lines) {
    count += 1
    if (line.trim() !== '') await answer(line.trim())
    if (interactive) lines.prompt()
  }
  return count

  async function answer(line: string): Promise<void> {
    try {
      for (const message of await chat.send(line)) await writeLine(output, `${show(message, style)}\n`)
    } catch (error) {
      await writeLine(interactive ? output : errors, error instanceof Error ? error.message : String(error))
    }
  }
}

function show({ content, components }: ChatMessage, style: TextStyle): string {
  return [content, renderText(components, style)].filter((part) => part !== '').join('\n')
}
