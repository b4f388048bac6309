import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What waits for processes of its own comes first, as drills and Postgres do: begun last, it would be waited for alone. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isWaiting = ({ moduleId }: TestSpecification): boolean =>
      /\/drills\/|\/postgres\.test/.test(moduleId)
    return [...sorted.filter(isWaiting), ...sorted.filter((file) => !isWaiting(file))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Files of one worker share their modules, which saves the loading of Discord's library and of the analysis for each.
    isolate: false,
    // As the program itself is started: threads, of which most bots of the tests start one, are not compiled anew each time.
    execArgv: ['--import', fileURLToPath(new URL('src/compile-cache.mjs', import.meta.url))],
    setupFiles: 'tests/setup.ts',
    sequence: { sequencer: WaitingFirst },
    // For two cores: two more go on while tests wait for sockets, processes and clocks.
    maxWorkers: 4,
    maxConcurrency: 3,
    testTimeout: 60_000,
  },
})
