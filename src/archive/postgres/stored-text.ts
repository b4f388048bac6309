import type { Value } from '../sql/row.ts'

/** This character, which no text has, stands before what stands for another. */
const mark = '\uffff'

/** A text as Postgres can hold it: anything but the character 0. */
export function toStoredText(text: string): string {
  return text.replaceAll(mark, `${mark}${mark}`).replaceAll('\0', `${mark}0`)
}

/** A value as Postgres can hold it. */
export function toStored(value: Value): unknown {
  return typeof value === 'string' ? toStoredText(value) : (value ?? null)
}

/** The text that was stored. */
export function fromStoredText(stored: string): string {
  if (!stored.includes(mark)) return stored
  return stored.replace(/\uffff(.)/gu, (_, next: string) => (next === '0' ? '\0' : mark))
}
