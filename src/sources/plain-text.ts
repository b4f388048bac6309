/**
 * One paragraph or label as a single tidy line: every run of white space becomes one space, invisible
 * characters (soft hyphens, zero-width spaces, byte order marks) go, letters with accents become one character.
 * @example oneLine(' Łodz\u0301 \n calling ')  // => 'Łodź calling'
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** An article's `text` of its paragraphs, each made one line; empty ones are left out. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** A title made of running text is cut at a word after this many characters: a headline's usual limit. */
const maxMadeTitle = 90

/**
 * A title for a text that has none: its first sentence, or the beginning of it with an ellipsis.
 * Empty for an empty text.
 */
export function titleOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? ''
  const sentence = /^.{12,}?[.!?]["”’']?(?= |$)/.exec(first.slice(0, maxMadeTitle + 1))?.[0]
  if (sentence !== undefined) return sentence.replace(/\.$/, '')
  if (first.length <= maxMadeTitle) return first
  const cut = first.slice(0, maxMadeTitle)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : undefined).replace(/(?<![ ,;:–—-])[ ,;:–—-]+$/, '')}…`
}
