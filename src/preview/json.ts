/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object; a missing key and `undefined` are the same. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** Says whether a value is an object of keys: neither `null` nor a list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text as it is, anything else as JSON: to look up and to show what a body holds where a text belongs. */
export function jsonText(value: Json | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
