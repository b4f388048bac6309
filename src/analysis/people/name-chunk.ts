/**
 * A capitalised name as it stands, in token indexes. `start` to `nameStart` are titles ("House Speaker"), the name
 * itself goes from `nameStart` to `end` (exclusive).
 */
export interface NameChunk {
  readonly start: number
  readonly nameStart: number
  readonly end: number
}
