import type { JsonObject } from '../../src/preview/json.ts'

/** A text display of a length. */
export const text = (length: number): JsonObject => ({ type: 10, content: 'x'.repeat(length) })

/** A button with a custom_id. */
export const button = (custom_id: string, changes: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id,
  ...changes,
})

/** An action row. */
export const row = (...components: readonly JsonObject[]): JsonObject => ({ type: 1, components })

/** An option of a select menu. */
export const option = (value: string): JsonObject => ({ label: value, value })

/** A select menu of two texts. */
export const select = (changes: JsonObject = {}): JsonObject => ({
  type: 3,
  custom_id: 'pick',
  options: [option('a'), option('b')],
  ...changes,
})

/** A container. */
export const container = (...components: readonly JsonObject[]): JsonObject => ({ type: 17, components })

/** A section with its accessory. */
export const section = (
  accessory: JsonObject | undefined,
  ...components: readonly JsonObject[]
): JsonObject => ({
  type: 9,
  components,
  accessory,
})

/** A picture for a section. */
export const thumbnail: JsonObject = { type: 11, media: { url: 'https://example.org/a.png' } }

/** As many components as wanted. */
export const many = (count: number, make: (index: number) => JsonObject) =>
  Array.from({ length: count }, (_, i) => make(i))
