import { tongueOf } from '../analysis/tongues/tongue.ts'
import type { Article } from '../article.ts'

/** The BCP 47 tag of an article's language where quotes and people are not looked for in it; undefined in English. */
export function unquotedLanguage({ language }: Pick<Article, 'language'>): string | undefined {
  return tongueOf(language) === 'en' ? undefined : language
}
