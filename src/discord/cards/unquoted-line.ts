/** Says why an article shows neither quotes nor people. `language`: BCP 47 tag, or anything else where it is not known. */
export function unquotedLine(language: string): string {
  return `Quotes and people are found in English texts only; this article is in ${nameOf(language)}.`
}

function nameOf(language: string): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  try {
    return (language === 'und' ? undefined : names.of(language)) ?? 'another language'
  } catch (error) {
    // A source may give anything for a tag.
    if (error instanceof RangeError) return 'another language'
    throw error
  }
}
