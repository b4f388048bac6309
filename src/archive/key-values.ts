/** A task that one of several processes does. */
export interface Lease {
  readonly task: string
  /** Names the process. */
  readonly holder: string
}

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
  /** Counts one more under a key. @returns how many it has counted, this one included. Forgotten after `expiresAt`. */
  countUp(key: string, expiresAt: number): Promise<number>
  /**
   * Takes a task for a holder, or lengthens its time.
   * @returns false if another holder has it still.
   */
  takeLease(lease: Lease, time: { readonly now: number; readonly until: number }): Promise<boolean>
  /** Gives a task back; nothing if this holder does not have it. */
  endLease(lease: Lease): Promise<void>
  /** Of the keys that begin with the prefix, deletes all but so many: those that expire last stay. @returns how many. */
  trimKeyValues(prefix: string, most: number): Promise<number>
}
