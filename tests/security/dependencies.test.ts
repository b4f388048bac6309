import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const named = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: named, devDependencies: named, optionalDependencies: named, scripts: named })
  .parse(JSON.parse(textOf('package.json')))
const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        dev: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')))
const packages = Object.entries(locked.packages).filter(([path]) => path !== '')
const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

describe('the dependencies', () => {
  it('are each justified in DESIGN.md', () => {
    const [, table = ''] = textOf('DESIGN.md').split('## Dependencies')
    const names = new Set(
      [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', ')),
    )
    expect(Object.keys(wanted).filter((name) => !names.has(name))).toEqual([])
  })

  it('are pinned to one version each, and what they need to what was reviewed', () => {
    expect(
      Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([])
    expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([])
  })

  it('run nothing when they are installed', () => {
    expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    const scripts = packages.filter(
      ([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true,
    )
    expect(scripts).toEqual([])
    expect(Object.keys(manifest.scripts).filter((name) => /install|prepare|prepublish/.test(name))).toEqual(
      [],
    )
  })
})
