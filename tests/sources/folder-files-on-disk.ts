import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { FileStamp, FolderChange } from '../../src/sources/folder-change.ts'
import { record } from './folder-recorder.ts'

/** Writes files with their contents, making the folders they lie in. */
export async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Sets the files' times, in seconds since 1970. */
export async function dated(folder: string, times: Readonly<Record<string, number>>): Promise<void> {
  for (const [path, time] of Object.entries(times)) await utimes(join(folder, path), time, time)
}

/** The stamps of what is in a folder now. */
export async function stampsOf(folder: string): Promise<ReadonlyMap<string, FileStamp>> {
  const recorder = record(folder)
  await recorder.seen('ready')
  await recorder.stop()
  return recorder.known
}

/** A failure's message. */
export function messageOf(change: FolderChange): string {
  return change.kind === 'failed' ? change.error.message : `${change.kind}, not failed`
}

/** The messages of the failures of these paths. */
export function messagesOf(recorder: ReturnType<typeof record>, paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map(async (path) => messageOf(await recorder.seen(`failed ${path}`))))
}

/** Waits until a line has come so often. */
export function expectLine(lines: readonly string[], line: string, times: number): Promise<void> {
  return expect.poll(() => lines.filter((one) => one === line).length, { timeout: 5000 }).toBe(times)
}

/** Puts a socket where a file is expected. */
export async function socketAt(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(() => {
    server.close()
  })
}
