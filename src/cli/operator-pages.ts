import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import type { Reading } from '../newsroom/reading.ts'
import type { Pages } from '../queries/pages.ts'
import type { Web } from '../sources/http/web.ts'

/** Web pages for whoever sits at the command line: nothing is counted, nothing is remembered. */
export function operatorPages({ archive, web, clock }: { archive: Archive; web: Web; clock: Clock }): Pages {
  return {
    read: async (written, { viewer }) => {
      const [{ articleAt, readPageAddress }, { toArticle }] = await Promise.all([
        import('../newsroom/page-address.ts'),
        import('../newsroom/take.ts'),
      ])
      const address = readPageAddress(written)
      const known = await articleAt(archive, address, viewer)
      if (known !== undefined) return known
      const { draft, analysis } = await readOnce(address.url, web)
      return { article: toArticle({ id: address.id, draft }, clock.now()), analysis }
    },
    recall: async () => undefined,
  }
}

async function readOnce(url: string, web: Web): Promise<Reading> {
  const [{ createAnalyst }, { readPage }] = await Promise.all([
    import('../newsroom/analyst.ts'),
    import('../newsroom/read-page.ts'),
  ])
  const analyst = createAnalyst()
  return readPage(url, { web, analyst }).finally(analyst.close)
}
