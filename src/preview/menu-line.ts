import { ApplicationCommandType } from 'discord-api-types/v10'
import type { Command } from './world.ts'

/** A command from a message's menu as it was typed, and what stands behind its name. */
export interface MenuLine {
  readonly name: string
  /** The message that is meant: its id, or the text of one to be written for it; empty for the newest. */
  readonly message: string
}

/**
 * Reads a line such as `Summarize https://quay.example/ferry`, which Discord itself has no line for: there, such
 * commands are in the menu of a message. Undefined for what begins with no such command's name.
 */
export function parseMenuLine(line: string, commands: readonly Command[]): MenuLine | undefined {
  const menu = commands.filter(({ type }) => type === ApplicationCommandType.Message)
  const text = line.trim()
  const found = menu.find(({ name }) => `${text} `.toLowerCase().startsWith(`${name} `.toLowerCase()))
  return found && { name: found.name, message: text.slice(found.name.length).trim() }
}
