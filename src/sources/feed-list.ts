/** A feed in a list. */
export interface ListedFeed {
  /** One line of plain text; empty where the list names none. */
  readonly title: string
  /** Absolute http(s) address of the feed. */
  readonly url: string
  /** Absolute http(s) address of the site. */
  readonly siteUrl?: string
  /** Names of the outlines around it, outermost first; empty at the top. */
  readonly folders: readonly string[]
}

/** A list of feeds, as feed readers exchange them. */
export interface FeedList {
  /** One line of plain text; empty where the list has none. */
  readonly title: string
  /** In the list's order; an address that stands twice counts once, where it stands first. */
  readonly feeds: readonly ListedFeed[]
}

/**
 * Writes a list of feeds as OPML 2.0, which `readOpml` and every feed reader take; folders become outlines. The feeds of
 * one folder come together. Written here since the library writes no empty list.
 */
export function writeOpml({ title, feeds }: FeedList): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...outlinesOf(feeds, 0),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

/** The outlines at one depth: feeds and folders in the order in which they come first. */
function outlinesOf(feeds: readonly ListedFeed[], depth: number): readonly string[] {
  const indent = '  '.repeat(depth + 2)
  const groups = Map.groupBy(feeds, (feed) => feed.folders[depth] ?? feed)
  return [...groups].flatMap(([group, members]) =>
    typeof group === 'string'
      ? [
          `${indent}<outline ${attribute('text', group)}>`,
          ...outlinesOf(members, depth + 1),
          `${indent}</outline>`,
        ]
      : [`${indent}${feedOutline(group)}`],
  )
}

function feedOutline({ title, url, siteUrl }: ListedFeed): string {
  const names = `${attribute('text', title || url)} ${attribute('title', title)}`
  const site = siteUrl === undefined ? '' : ` ${attribute('htmlUrl', siteUrl)}`
  return `<outline type="rss" ${names} ${attribute('xmlUrl', url)}${site}/>`
}

function attribute(name: string, value: string): string {
  return `${name}="${escaped(value)}"`
}

/** As XML wants it; control characters cannot stand in XML at all. */
function escaped(text: string): string {
  const plainText = text.replace(/\p{Cc}/gu, ' ')
  return plainText
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
