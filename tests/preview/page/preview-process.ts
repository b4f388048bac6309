import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** The preview as `npm start` starts it. */
export interface PreviewProcess extends AsyncDisposable {
  /** Address of its page. */
  readonly url: string
}

/** Starts the preview with the project's own articles, on a database of its own. Resolves when the page is served. */
export async function startPreview(variables: Record<string, string> = {}): Promise<PreviewProcess> {
  const data = mkdtempSync(join(tmpdir(), 'crier-preview-'))
  const child = spawn(process.execPath, ['--import', './src/compile-cache.mjs', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: data, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  return {
    url: await addressOf(child),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (part) => {
      seen += String(part)
      const [, url] = /Open (http:\S+)/.exec(seen) ?? []
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`The preview ended without an address: ${seen}`)))
  })
}
