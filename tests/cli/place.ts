import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onFileEnd } from '../file-end.ts'

const project = join(import.meta.dirname, '..', '..')

/** A place with an articles folder, in which the command line runs; gone after the last test of a file. */
export async function makePlace() {
  const folder = await mkdtemp(join(tmpdir(), 'crier-cli-'))
  onFileEnd(() => rm(folder, { recursive: true, force: true }))
  const articles = join(folder, 'articles')
  await mkdir(articles)
  const variables = { ARTICLES_DIR: articles, DATA_DIR: join(folder, 'data') }
  return {
    articles,
    variables,
    crier: (args: readonly string[], input = '') => crier(args, { input, variables }),
  }
}

/** Runs the command line as its own process, to its end. */
export async function crier(
  args: readonly string[],
  { input = '', variables = {} }: { input?: string; variables?: object } = {},
) {
  const command = ['--import', './src/compile-cache.mjs', 'src/cli/main.ts', ...args]
  const child = spawn(process.execPath, command, {
    cwd: project,
    env: { PATH: process.env.PATH, ...variables },
  })
  // A program that refuses what it is asked ends without reading.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  return { output, errors, code }
}
