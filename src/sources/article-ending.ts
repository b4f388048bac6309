/** The endings of article files, in lower case. */
const articleEndings: ReadonlySet<string> = new Set(['txt', 'md', 'html', 'htm'])

/** Whether files of this name are articles by their ending: .txt, .md, .html or .htm, in any case. */
export function hasArticleEnding(path: string): boolean {
  return articleEndings.has(endingOf(path))
}

/** A file name's ending in lower case, without the dot; empty where there is none. */
export function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}
