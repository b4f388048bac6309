import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Files of one worker share their modules, which saves the loading of Discord's library and of the analysis for each.
    isolate: false,
    setupFiles: 'tests/setup.ts',
    // For two cores: two more go on while tests wait for sockets, processes and clocks.
    maxWorkers: 4,
    maxConcurrency: 3,
    testTimeout: 60_000,
  },
})
