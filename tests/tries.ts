/**
 * How many tries a property gets: as many as it says, times CRIER_TRIES where that is set (`CRIER_TRIES=100 npx vitest run
 * tests/fuzz` looks a hundred times as long).
 */
export function tries(runs: number): number {
  return runs * Math.max(1, Number(process.env.CRIER_TRIES ?? 1))
}
