// As in a real process, where what Node has built in is loaded first: else the undici of our own becomes the dispatcher of
// everybody's requests, and refuses the uploads of Discord's library.
import 'node:http'
import { afterAll } from 'vitest'

const ends: (() => Promise<unknown>)[] = []

/** Has something done after the last test of the running file, the latest wish first. Test files of one worker share their modules. */
export function onFileEnd(end: () => Promise<unknown>): void {
  ends.unshift(end)
}

// Runs again for each test file, unlike the modules that these import.
afterAll(async () => {
  for (const end of ends.splice(0)) await end()
})
