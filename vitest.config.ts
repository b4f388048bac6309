import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores: more workers than that only make the socket tests wait for each other.
    maxWorkers: 2,
    maxConcurrency: 3,
    testTimeout: 60_000,
  },
})
