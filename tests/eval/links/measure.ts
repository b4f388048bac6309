import { followLinks, ownArticles } from '../../archive/linked-pages.ts'
import { openBrowser } from '../../browser.ts'
import { type Figure, say } from '../report.ts'

/** Share of the links to sentences and quotes of the project's own articles that a browser opens at the right place. */
export async function measureLinks(): Promise<readonly Figure[]> {
  say('\n## Links to passages\n')
  const browser = await openBrowser()
  try {
    const landings = await followLinks(ownArticles(), await browser.newPage())
    const missed = landings.filter(({ right }) => !right)
    const value = 100 - (100 * missed.length) / landings.length
    say(`${landings.length} links followed in Chromium ${browser.version()}: ${value.toFixed(1)} % right`)
    for (const { words } of missed) say(`missed: ${words}`)
    return [{ name: 'links to passages', value }]
  } finally {
    await browser.close()
  }
}
