/** Parameters that say where a reader came from, never what is read: by prefix. */
const trackingPrefixes: readonly string[] = [
  'utm_',
  'mc_',
  'at_',
  'ns_',
  'hsa_',
  'pk_',
  'mtm_',
  'oly_',
  'vero_',
  '_hs',
]

/** And by name, in lower case. */
const trackingNames: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mkt_tok wickedid ' +
    '_openstat ncid cmp cmpid ocid ito xtor wt_mc guccounter guce_referrer guce_referrer_sig soc_src soc_trk ' +
    'sr_share ref_src ref_url smid feedtype feedname hsctatracking _ga _gl spm srnd'
  ).split(' '),
)

/** Parameters that only sometimes are marks of a feed: by their value. */
const feedMark = /^(?:rss|rss2|feed|atom|rssfeed|feedburner|feedly|newsletter)$/i
const ambiguousNames: ReadonlySet<string> = new Set(
  'ref source src from partner emc medium via cid'.split(' '),
)

/**
 * The address under which an article is known, however it was linked: https, without tracking parameters and without
 * fragment. It is a key, not a link: a site may answer on http alone. Undefined for what is no http(s) address.
 * @example canonicalUrl('http://quay.example/eels?id=7&utm_source=rss#top')  // => 'https://quay.example/eels?id=7'
 */
export function canonicalUrl(written: string): string | undefined {
  const url = URL.parse(written.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  // A port that was named stays; the default of either scheme is the same place.
  const host = url.host.replace(/:(?:80|443)$/, '')
  const kept = [...url.searchParams.keys()].some((name) => isTracking(name, url.searchParams.get(name) ?? ''))
    ? withoutTracking(url.search)
    : url.search
  // Fragments of this form are addresses of their own on old single-page sites.
  const fragment = url.hash.startsWith('#!') ? url.hash : ''
  return `https://${host}${url.pathname}${kept === '?' ? '' : kept}${fragment}`
}

/** The other parameters stay as they are written, in their order. */
function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const [[name, value] = ['', '']] = new URLSearchParams(pair)
      return !isTracking(name, value)
    })
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function isTracking(written: string, value: string): boolean {
  const name = written.toLowerCase()
  if (trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix))) return true
  return ambiguousNames.has(name) && feedMark.test(value)
}
