const ends: (() => Promise<unknown>)[] = []

/** Has something done after the last test of the running file, the latest wish first. Test files of one worker share their modules. */
export function onFileEnd(end: () => Promise<unknown>): void {
  ends.unshift(end)
}

/** Does what was wished for. */
export async function endFile(): Promise<void> {
  for (const end of ends.splice(0)) await end()
}
