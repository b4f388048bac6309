import { readFile } from 'node:fs/promises'
import { SourceError } from '../errors.ts'
import { plainReason } from '../sources/plain-reason.ts'

/**
 * The bytes of a file that was named on the command line.
 * @throws SourceError saying which file cannot be read, and why in plain words
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    throw new SourceError(`Cannot read ${path}: ${plainReason(cause)}`, { cause })
  })
}
