import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'

/** A file of the page as it is served. */
export interface Asset {
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
}

const folder = join(import.meta.dirname, '..', 'page')
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource-variable/figtree/package.json')),
  'files',
)

/** Kinds of files, by the ending that the page asks for. */
const kinds: Readonly<
  Record<string, { readonly type: string; readonly read: (name: string) => Asset['body'] }>
> = {
  ts: {
    type: 'text/javascript; charset=utf-8',
    // The types are blanked out, so that lines and columns stay those of the source.
    read: (name) => stripTypeScriptTypes(readFileSync(join(folder, name), 'utf8')),
  },
  css: { type: 'text/css; charset=utf-8', read: (name) => readFileSync(join(folder, name), 'utf8') },
  svg: { type: 'image/svg+xml', read: (name) => readFileSync(join(folder, name), 'utf8') },
  woff2: { type: 'font/woff2', read: (name) => new Uint8Array(readFileSync(join(fonts, name))) },
}

/** Serves the page's own files; each is read once. Undefined for what is none of them. */
export function createAssets(): (name: string) => Asset | undefined {
  const known = new Map<string, Asset>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const kind = kinds[/^[a-z0-9-]+\.([a-z0-9]+)$/.exec(name)?.[1] ?? '']
    if (kind === undefined) return undefined
    try {
      const asset = { type: kind.type, body: kind.read(name) }
      known.set(name, asset)
      return asset
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }
}

/** The document itself, with the secret that opens the interface and the person as whom it begins. */
export function pageDocument({ secret, user }: { readonly secret: string; readonly user: string }): string {
  return readFileSync(join(folder, 'index.html'), 'utf8')
    .replace('{{secret}}', secret)
    .replace('{{user}}', user)
}
