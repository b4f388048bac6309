/** Rows for keyv: small values under a key, forgotten after their time. Every method is one transaction. */
export interface KeyValues {
  /** Undefined if unknown or expired at `now`. */
  keyValue(key: string, now: number): Promise<string | undefined>
  /** `expiresAt` in epoch milliseconds; absent: kept for good. Replaces. */
  setKeyValue(key: string, value: string, expiresAt?: number): Promise<void>
  /** @returns false if there was none. */
  deleteKeyValue(key: string): Promise<boolean>
  /** Deletes every key that begins with the prefix. */
  clearKeyValues(prefix: string): Promise<void>
  /** Deletes what has expired at `now`. @returns how many. */
  sweepKeyValues(now: number): Promise<number>
  /** Of the keys that begin with the prefix, deletes all but so many: those that expire last stay. @returns how many. */
  trimKeyValues(prefix: string, most: number): Promise<number>
}
