/** Characters that declared entities may add in all. Real feeds use them for a name here and there. */
const maxExpansion = 1_000_000

/** An ampersand that begins neither a named entity nor a numbered character. */
const strayAmpersand = /&(?!(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][\w.-]{0,99});)/gi

/**
 * Mends the marks of XML outside of CDATA: replaces declared entities, escapes each "<" that begins no tag ("I <3
 * you") and each "&" that begins no entity ("AT&T").
 * @throws Error if declared entities grow too long
 */
export function mendMarkup(text: string, entities: ReadonlyMap<string, string>): string {
  const out: string[] = []
  const expand = expander(entities)
  let at = 0
  while (at < text.length) {
    const data = text.indexOf('<![CDATA[', at)
    const end = data < 0 ? -1 : text.indexOf(']]>', data)
    const markup = text.slice(at, data < 0 ? undefined : data)
    out.push(expand(markup.replace(/<(?![a-z_:/!?])/gi, '&lt;').replace(strayAmpersand, '&amp;')))
    if (data >= 0) out.push(text.slice(data, end < 0 ? undefined : end))
    at = data < 0 || end < 0 ? text.length : end
  }
  return out.join('')
}

/** Replaces declared entities, by values that are safe in attributes too, up to a limit for the whole feed. */
function expander(entities: ReadonlyMap<string, string>): (text: string) => string {
  if (entities.size === 0) return (text) => text
  let expansion = 0
  const value = (reference: string, name: string): string => {
    const found = entities.get(name) ?? reference
    expansion += found.length
    if (expansion > maxExpansion)
      throw new Error(`its entities grow too long (over ${maxExpansion} characters)`)
    return found.replaceAll('"', '&quot;').replaceAll("'", '&#39;')
  }
  return (text) => text.replace(/&([\w.-]{1,100});/g, value)
}
