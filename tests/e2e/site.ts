import { type NewsSite, openNewsSite, sends } from '../newsroom/news-site.ts'
import { page } from '../newsroom/pages.ts'

/** A publisher's server that goes away at the end of the test. */
export async function openSite(): Promise<NewsSite & AsyncDisposable> {
  const site = await openNewsSite()
  return { ...site, [Symbol.asyncDispose]: site.close }
}

/** Puts a page there. @returns its address */
export function publish(site: NewsSite, path: string, title: string): string {
  site.pages.set(
    path,
    sends(() => page({ title }), 'text/html; charset=utf-8'),
  )
  return site.origin + path
}
