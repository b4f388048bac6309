/** Longest that a tidy end may take; after it the process goes anyway, and the outbox goes on at the next start. */
const shutdownMs = 10_000

/** Closes one part after the other, and ends the process where they take longer than ten seconds. */
export async function endTidily(parts: readonly { readonly close: () => Promise<void> }[]): Promise<void> {
  const late = setTimeout(() => process.exit(1), shutdownMs).unref()
  for (const part of parts) await part.close()
  clearTimeout(late)
}
