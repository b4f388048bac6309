import { type Interaction, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js'
import { UserError } from '../errors.ts'

/**
 * Manage Server: who may change what a server reads and posts, unless the server decides otherwise for a command. Discord's
 * API description wants a number here; the types of its documentation know a string alone.
 */
export const manageServer = Number(PermissionFlagsBits.ManageGuild) as unknown as string

/**
 * Makes sure that somebody who presses a button manages the server: Discord checks that for commands alone.
 * @throws UserError if not
 */
export function checkManages(interaction: MessageComponentInteraction): void {
  if (!manages(interaction)) throw new UserError({ kind: 'notManager' })
}

/** Whether somebody manages the server: others may use its commands where the server lets them. */
export function manages({ memberPermissions }: Pick<Interaction, 'memberPermissions'>): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
}
