import { ComponentType } from 'discord-api-types/v10'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { walkComponents } from './rules/component-walk.ts'
import type { Message } from './world.ts'

/**
 * Finds the button that a person presses.
 * @throws Error where the message has none with that custom_id, or it is disabled.
 */
export function findButton(message: Message, customId: string): JsonObject {
  return findUsable(message, customId, ({ type }) => type === ComponentType.Button)
}

/**
 * Finds the select menu in which a person chooses, and checks the choice against its options and bounds.
 * @throws Error where there is none with that custom_id, it is disabled, or the choice is impossible.
 */
export function findSelect(message: Message, customId: string, values: readonly string[]): JsonObject {
  const select = findUsable(message, customId, ({ type }) => type !== ComponentType.Button)
  checkChosen(select, values)
  return select
}

/** Checks chosen values against a select menu's options and bounds. */
export function checkChosen(select: JsonObject, values: readonly string[]): void {
  const least = typeof select.min_values === 'number' ? select.min_values : 1
  const most = typeof select.max_values === 'number' ? select.max_values : 1
  const name = String(select.custom_id)
  if (values.length < least || values.length > most)
    throw new Error(`Select "${name}" takes ${least} to ${most} values, not ${values.length}`)
  if (select.type !== ComponentType.StringSelect) return
  const options: readonly Json[] = Array.isArray(select.options) ? select.options : []
  const known = options.filter(isJsonObject).map(({ value }) => String(value))
  for (const value of values)
    if (!known.includes(value))
      throw new Error(`Select "${name}" has no option "${value}"; it has: ${known.join(', ')}`)
}

function findUsable(
  message: Message,
  customId: string,
  fits: (component: JsonObject) => boolean,
): JsonObject {
  const usable = walkComponents(message.components).filter(({ custom_id: id }) => id !== undefined)
  const found = usable.find((component) => component.custom_id === customId && fits(component))
  if (found === undefined)
    throw new Error(
      `Message ${message.id} has no such component "${customId}"; it has: ${usable.map((one) => String(one.custom_id)).join(', ') || 'none'}`,
    )
  if (found.disabled === true) throw new Error(`Component "${customId}" of message ${message.id} is disabled`)
  return found
}
