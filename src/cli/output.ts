import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Where a command line's words go. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  /** For what is not the answer: progress and complaints. */
  readonly errors: Writable & { readonly isTTY?: boolean }
}

/** Writes a line and waits while the reader is behind, so that memory stays flat however much is written. */
export async function writeLine(output: Writable, line: string): Promise<void> {
  // Together, but not put together: a line may be of many megabytes.
  output.cork()
  output.write(line)
  output.write('\n')
  output.uncork()
  if (output.writableNeedDrain && !output.destroyed) await once(output, 'drain')
}
