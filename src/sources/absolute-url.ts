/** Longer addresses are data, not addresses. */
const maxUrlLength = 4096

/**
 * An address as written in a feed or page, made absolute; undefined for what is no http(s) address, and for a
 * relative one without a base.
 * @example absoluteUrl('../a', 'https://a.example/b/c')  // => 'https://a.example/a'
 */
export function absoluteUrl(written: string, base?: string): string | undefined {
  const text = written.trim()
  if (text === '' || text.length > maxUrlLength) return undefined
  const url = URL.parse(text, base)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined
}
