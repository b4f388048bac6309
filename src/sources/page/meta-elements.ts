import { oneLine } from '../plain-text.ts'
import type { PageDocument } from './document.ts'
import { unescaped } from './linked-data.ts'

/** Longer values are no metadata. */
const maxValue = 5000

/** The values of a page's `<meta>` elements by name, in lower case. */
export type MetaElements = ReadonlyMap<string, string>

/**
 * Reads the `<meta>` elements of a page: the first that has a value for each name. An element may have several names, parted by
 * spaces.
 */
export function metaElements(page: PageDocument): MetaElements {
  const found = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const written =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('http-equiv')
    const content = element.getAttribute('content') ?? ''
    const value = content.length > maxValue ? '' : oneLine(unescaped(content))
    if (value === '' || written === null) continue
    for (const name of namesIn(written)) if (!found.has(name)) found.set(name, value)
  }
  return found
}

/** The Dublin Core is written with colons and with dots. */
function namesIn(written: string): readonly string[] {
  return written
    .toLowerCase()
    .split(/\s+/)
    .map((name) => name.replace(/^(dc|dcterms):/, '$1.'))
}
