import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What each room may import besides itself. A file that stands alone in src/ is a room of its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'article.ts': [],
  'problems.ts': [],
  'troubles.ts': [],
  'errors.ts': ['problems.ts'],
  'clock.ts': [],
  'tidy-end.ts': [],
  'config.ts': ['errors.ts'],
  'text-hash.ts': [],
  analysis: ['article.ts', 'errors.ts', 'text-hash.ts'],
  sources: ['article.ts', 'errors.ts', 'troubles.ts'],
  archive: ['article.ts', 'errors.ts', 'text-hash.ts'],
  queries: ['article.ts', 'errors.ts', 'problems.ts', 'analysis', 'archive'],
  newsroom: [
    'article.ts',
    'errors.ts',
    'problems.ts',
    'troubles.ts',
    'clock.ts',
    'analysis',
    'sources',
    'archive',
    'queries',
  ],
  discord: [
    'article.ts',
    'errors.ts',
    'problems.ts',
    'troubles.ts',
    'clock.ts',
    'config.ts',
    'archive',
    'queries',
  ],
  commands: ['errors.ts', 'archive', 'queries', 'discord'],
  operations: ['errors.ts', 'config.ts', 'sources', 'archive', 'discord'],
  cli: [
    'article.ts',
    'errors.ts',
    'clock.ts',
    'config.ts',
    'analysis',
    'sources',
    'archive',
    'queries',
    'newsroom',
    'discord',
    'operations',
  ],
  preview: [],
  start: ['clock.ts', 'config.ts', 'archive', 'sources', 'queries', 'newsroom', 'discord', 'commands'],
  'run-preview.ts': [
    'article.ts',
    'clock.ts',
    'config.ts',
    'tidy-end.ts',
    'analysis',
    'archive',
    'newsroom',
    'cli',
    'preview',
    'start',
  ],
  'main.ts': ['clock.ts', 'config.ts', 'errors.ts', 'tidy-end.ts', 'start', 'operations', 'run-preview.ts'],
}

/** Who may import a package of the outside world that only one room deals with. */
const onlyIn: Readonly<Record<string, RegExp>> = {
  natural: /^src\/analysis\//,
  keyv: /^src\/archive\/keyed\.ts$/,
  'node:sqlite': /^src\/archive\//,
  dotenv: /^src\/config\.ts$/,
  'discord.js': /^(commands|src\/discord)\//,
  croner: /^src\/newsroom\/plan\.ts$/,
  ws: /^src\/preview\//,
  hono: /^src\/preview\//,
  linkedom: /^src\/sources\//,
  'prom-client': /^src\/operations\/metrics\.ts$/,
  pg: /^src\/archive\/postgres/,
  undici: /^src\/sources\/http(\/|\.ts$)/,
  'ipaddr.js': /^src\/sources\/http\//,
}

const files = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: root }).filter(
  (file) => !file.endsWith('.d.ts'),
)
const sources = new Map(files.map((file) => [normalize(file), readFileSync(join(root, file), 'utf8')]))

/** Paths and packages that a file names in import and export statements, static or not. */
function importsOf(file: string): readonly string[] {
  const text = sources.get(file) ?? ''
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return named.map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name))
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/')
  return top === 'src' ? room : top
}

const inside = [...sources.keys()].flatMap((file) =>
  importsOf(file)
    .filter((target) => sources.has(target))
    .map((target) => ({ file, target })),
)

describe('the rooms', () => {
  it('are all known', () => {
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...new Set(files.map(roomOf))]))
  })

  it('import only what lies below them', () => {
    const upward = inside.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      return from !== to && !mayImport[from]?.includes(to)
    })
    expect(upward).toEqual([])
  })

  it('keep each outside thing to the room that deals with it', () => {
    const strays = [...sources.keys()].flatMap((file) =>
      importsOf(file)
        .filter((name) =>
          Object.entries(onlyIn).some(([pack, room]) => isPackage(name, pack) && !room.test(file)),
        )
        .map((name) => `${file} imports ${name}`),
    )
    expect(strays).toEqual([])
  })

  it('read the environment in one place', () => {
    const readers = files.filter((file) => /process\.env\b/.test(sources.get(file) ?? ''))
    expect(readers).toEqual(['src/config.ts'])
  })

  it('load the preview where there is no token, and nowhere else', () => {
    const importers = [...sources].filter(([, text]) => text.includes('run-preview.ts'))
    expect(importers.map(([file]) => file)).toEqual(['src/main.ts'])
    expect(sources.get('src/main.ts')).not.toMatch(/from '.*run-preview/)
  })

  it('hold no circle', () => {
    const targets = Map.groupBy(inside, ({ file }) => file)
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      expect(path, `circle: ${[...path, file].join(' → ')}`).not.toContain(file)
      if (done.has(file)) return
      for (const { target } of targets.get(file) ?? []) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of sources.keys()) visit(file, [])
  })

  it('load no main entry of natural, which opens four database drivers', () => {
    const whole = [...sources.keys()].filter((file) => importsOf(file).includes('natural'))
    expect(whole).toEqual([])
  })
})

describe('the tests', () => {
  it('time nothing: how long things take belongs in tests/bench', () => {
    const timed = globSync('tests/**/*.test.ts', { cwd: root }).filter((file) =>
      /(?:performance\.now|cpuUsage|hrtime)\([^\n]*toBeLess/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(timed).toEqual([])
  })
})

function isPackage(name: string, pack: string): boolean {
  return name === pack || name.startsWith(`${pack}/`)
}
