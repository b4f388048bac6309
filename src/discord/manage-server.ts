import { type Interaction, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js'
import { UserError } from '../errors.ts'
import { isPrivateAnswer } from './answer.ts'

/**
 * Manage Server: who may change what a server reads and posts, unless the server decides otherwise for a command. Discord's
 * API description wants a number here; the types of its documentation know a string alone.
 */
export const manageServer = Number(PermissionFlagsBits.ManageGuild) as unknown as string

/** As long as Discord lets an answer be changed: what the server allows may change, and Discord tells nobody. */
const freshMs = 15 * 60_000

/**
 * Makes sure that somebody who presses a button that changes something manages the server: Discord checks that for commands
 * alone.
 * @throws UserError if not
 */
export function checkManages(interaction: MessageComponentInteraction): void {
  if (!manages(interaction)) throw new UserError({ kind: 'notManager' })
}

/**
 * Makes sure that somebody may leaf on in what a command for those who manage the server told. The server may let others use
 * the command, which presses don't tell; but they have its answer, which nobody else sees: its buttons are theirs for a
 * quarter of an hour.
 * @throws UserError if not
 */
export function checkReads(interaction: MessageComponentInteraction): void {
  if (manages(interaction)) return
  if (!isPrivateAnswer(interaction)) throw new UserError({ kind: 'notManager' })
  const age = interaction.createdTimestamp - interaction.message.createdTimestamp
  if (age > freshMs) throw new UserError({ kind: 'forgotten' })
}

/** Whether somebody manages the server: others may use its commands where the server lets them. */
export function manages({ memberPermissions }: Pick<Interaction, 'memberPermissions'>): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
}
