/** The word without its full stop. */
export function bare(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}
