import { ComponentType } from 'discord-api-types/v10'
import { checkChosen } from './component-search.ts'
import type { Modal } from './interactions.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'

/** What a person enters into a modal, by custom_id: a text for inputs, values for select menus. */
export type ModalEntries = Readonly<Record<string, string | readonly string[]>>

/** A filled-in modal in the form in which Discord sends it. */
export interface Submitted {
  readonly components: readonly JsonObject[]
  /** What was chosen in select menus. */
  readonly chosen: readonly { readonly type: Json | undefined; readonly values: readonly string[] }[]
}

/**
 * Fills in a modal.
 * @throws Error for unknown inputs, missing required ones, and texts or choices that do not fit.
 */
export function submittedComponents(modal: Modal, entries: ModalEntries): Submitted {
  const inputs = modal.components.flatMap(inputOf)
  for (const name of Object.keys(entries))
    if (!inputs.some(({ custom_id: id }) => id === name))
      throw new Error(
        `Modal "${modal.title}" has no input "${name}"; it has: ${inputs.map((input) => String(input.custom_id)).join(', ')}`,
      )
  const filled = new Map(inputs.map((input) => [input, fillIn(input, entries[String(input.custom_id)])]))
  return {
    components: modal.components.map((part, index) => wrap(part, index, filled)),
    chosen: [...filled.values()].flatMap(({ type, values }) =>
      Array.isArray(values) ? [{ type, values: values.map(String) }] : [],
    ),
  }
}

function inputOf(part: JsonObject): readonly JsonObject[] {
  const children = Array.isArray(part.components) ? part.components : [part.component ?? null]
  return children.filter(isJsonObject)
}

function wrap(part: JsonObject, index: number, filled: ReadonlyMap<JsonObject, JsonObject>): JsonObject {
  const inputs = inputOf(part).map((input) => filled.get(input) ?? {})
  const id = typeof part.id === 'number' ? part.id : index * 2 + 1
  if (part.type === ComponentType.ActionRow) return { type: part.type, id, components: inputs }
  if (part.type === ComponentType.Label) return { type: part.type, id, component: inputs[0] ?? {} }
  return { type: part.type ?? null, id }
}

function fillIn(input: JsonObject, entry: string | readonly string[] | undefined): JsonObject {
  const { type, custom_id } = input
  if (type === ComponentType.TextInput) {
    const value = typeof entry === 'string' ? entry : String(input.value ?? '')
    checkText(input, value)
    return { type, custom_id, id: 0, value }
  }
  const values = typeof entry === 'string' ? [entry] : (entry ?? defaultValues(input))
  if (values.length > 0 || input.required !== false) checkChosen(input, values)
  return { type: type ?? null, custom_id: custom_id ?? null, id: 0, values }
}

function checkText(input: JsonObject, value: string): void {
  const name = String(input.custom_id)
  const least = typeof input.min_length === 'number' ? input.min_length : 0
  const most = typeof input.max_length === 'number' ? input.max_length : 4000
  if (value === '' && input.required !== false) throw new Error(`Input "${name}" is required`)
  if (value !== '' && (value.length < least || value.length > most))
    throw new Error(`Input "${name}" takes ${least} to ${most} characters, not ${value.length}`)
}

function defaultValues(input: JsonObject): readonly string[] {
  const options: readonly Json[] = Array.isArray(input.options) ? input.options : []
  return options
    .filter(isJsonObject)
    .filter((option) => option.default === true)
    .map(({ value }) => String(value))
}
