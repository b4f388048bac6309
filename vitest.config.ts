import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Files of one worker share their modules, which saves the loading of Discord's library and of the analysis for each.
    isolate: false,
    // As the program itself is started: threads, of which most bots of the tests start one, are not compiled anew each time.
    execArgv: ['--import', fileURLToPath(new URL('src/compile-cache.mjs', import.meta.url))],
    setupFiles: 'tests/setup.ts',
    // For two cores: two more go on while tests wait for sockets, processes and clocks.
    maxWorkers: 4,
    maxConcurrency: 3,
    testTimeout: 60_000,
  },
})
