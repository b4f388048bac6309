/** The smallest id that a message of that moment can have: ids begin with the milliseconds since Discord's first day. */
export function snowflakeAt(at: number): string {
  return String(BigInt(at - discordEpochMs) << timestampShift)
}

const discordEpochMs = 1_420_070_400_000
const timestampShift = 22n

/** Whether a message's components hold a key. */
export function carries(components: unknown, key: string): boolean {
  return JSON.stringify(components ?? []).includes(key)
}
