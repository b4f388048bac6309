import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Reading } from '../newsroom/reading.ts'
import type { Pages } from '../queries/pages.ts'
import { openWebFor } from './web.ts'

/** Web pages for whoever sits at the command line: nothing is counted, nothing is remembered. */
export function operatorPages(
  archive: Archive,
  { config, clock }: { readonly config: Config; readonly clock: Clock },
): Pages {
  return {
    read: async (written, { viewer }) => {
      const [{ articleAt, readPageAddress }, { toArticle }] = await Promise.all([
        import('../newsroom/page-address.ts'),
        import('../newsroom/take.ts'),
      ])
      const address = readPageAddress(written)
      const known = await articleAt(archive, address, viewer)
      if (known !== undefined) return known
      const { draft, analysis } = await readOnce(address.url, config)
      return { article: toArticle({ id: address.id, draft }, clock.now()), analysis }
    },
    recall: async () => undefined,
  }
}

async function readOnce(url: string, config: Config): Promise<Reading> {
  const [{ createAnalyst }, { readPage }] = await Promise.all([
    import('../newsroom/analyst.ts'),
    import('../newsroom/read-page.ts'),
  ])
  const [web, analyst] = [await openWebFor(config), createAnalyst()]
  try {
    return await readPage(url, { web, analyst })
  } finally {
    await Promise.all([web.close(), analyst.close()])
  }
}
