import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Files of one worker share their modules, which saves the loading of Discord's library and of the analysis for each.
    isolate: false,
    setupFiles: 'tests/file-end.ts',
    // For two cores: a third goes on while tests of sockets wait.
    maxWorkers: 3,
    maxConcurrency: 3,
    testTimeout: 60_000,
  },
})
