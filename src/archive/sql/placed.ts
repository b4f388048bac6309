import type { Entry, Origin } from '../entry.ts'

/** An entry with all its origins, as they are now. */
export interface Placed extends Entry {
  readonly origins: readonly Origin[]
}

/** An entry whose article is in the archive, under this number. */
export interface KeptEntry {
  readonly seq: number
  readonly entry: Placed
}
