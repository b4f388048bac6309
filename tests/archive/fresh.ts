import { onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Page } from '../../src/archive/article-lists.ts'
import type { Viewer } from '../../src/archive/viewer.ts'
import { entry, type Written } from './entries.ts'

/** Opens an archive for one test, which closes it when it ends, and keeps these articles in it. */
export async function fresh(open: () => Promise<Archive>, ...articles: readonly Written[]): Promise<Archive> {
  const archive = await open()
  onTestFinished(() => archive.close())
  for (const written of articles) await archive.keep(entry(written))
  return archive
}

/** Sees all. */
export const operator: Viewer = { kind: 'operator' }
/** Somebody who talks to the bot alone. */
export const person: Viewer = { kind: 'person', id: '77' }

/** One server's members. */
export function server(id: string): Viewer {
  return { kind: 'server', id }
}

/** All of a short list. */
export const everything = { offset: 0, limit: 1_000 } as const

/** Ids of the articles of a page. */
export function ids(page: Page<{ readonly id: string }>): readonly string[] {
  return page.rows.map(({ id }) => id)
}
