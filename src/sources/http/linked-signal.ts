/** A signal that aborts with the first of several, and lets go of them: one of them lives as long as the reader. */
export function linkedSignal(signals: readonly (AbortSignal | undefined)[]): {
  signal: AbortSignal
  unlink: () => void
} {
  const controller = new AbortController()
  const sources = signals.filter((signal) => signal !== undefined)
  const abort = (event: Event): void => controller.abort((event.target as AbortSignal).reason)
  for (const signal of sources) {
    if (signal.aborted) controller.abort(signal.reason)
    signal.addEventListener('abort', abort)
  }
  return {
    signal: controller.signal,
    unlink: () => {
      for (const signal of sources) signal.removeEventListener('abort', abort)
    },
  }
}
