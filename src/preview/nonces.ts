/**
 * How long Discord remembers a message's nonce, in milliseconds. Its documentation says "the past few
 * minutes" only; a bot may rely on no more than the least that this can mean.
 */
const nonceMemoryMs = 2 * 60_000

/** What the author of messages has lately sent, by nonce. One author: nonces are not kept apart by channel. */
export interface Nonces {
  remember(nonce: string | number, messageId: string): void
  /** The message sent with that nonce in the last minutes. */
  find(nonce: string | number): string | undefined
  /** Forgets all of them, as Discord may. */
  forget(): void
}

/** Starts an empty memory. */
export function createNonces(now: () => number): Nonces {
  const known = new Map<string, { readonly messageId: string; readonly at: number }>()
  return {
    remember: (nonce, messageId) => {
      known.set(String(nonce), { messageId, at: now() })
    },
    find: (nonce) => {
      const entry = known.get(String(nonce))
      return entry !== undefined && now() - entry.at <= nonceMemoryMs ? entry.messageId : undefined
    },
    forget: () => known.clear(),
  }
}
