import { decodePage } from '../../../src/sources/decode.ts'
import { parsePage } from '../../../src/sources/page/document.ts'
import { pageMetadata } from '../../../src/sources/page/metadata.ts'
import { type Figure, say, sayTable } from '../report.ts'

/** What is known of a page's metadata; null where the page gives none. */
export interface TruthOfPage {
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly publishedTime: string | null
  readonly lang?: string | null
}

/** A page with what is known of it. */
export interface KnownPage {
  readonly html: Uint8Array
  readonly url: string
  readonly truth: TruthOfPage
}

/** Counts what of the metadata is read as it is known, but for case, marks and the name of the site behind a title. */
export function measureMetadata(pages: readonly KnownPage[]): readonly Figure[] {
  const results = pages.flatMap(({ html, url, truth }) => {
    const read = pageMetadata(parsePage(decodePage(html)), url)
    const time = truth.publishedTime === null ? Number.NaN : Date.parse(truth.publishedTime)
    return [
      compared(
        'title',
        truth.title,
        read.title,
        (wanted, got) => words(wanted).startsWith(words(got)) && got !== '',
      ),
      compared(
        'author',
        truth.byline,
        read.author,
        (wanted, got) => words(wanted).replace(/^by/, '') === words(got),
      ),
      compared('publisher', truth.siteName, read.publisher, (wanted, got) => words(wanted) === words(got)),
      compared('language', truth.lang, read.language, (wanted, got) => words(wanted) === words(got)),
      compared(
        'date',
        truth.publishedTime,
        `${read.publishedAt}`,
        (_, got) => Math.abs(time - Number(got)) < 1000,
      ),
    ].filter((result) => result !== undefined)
  })
  const fields = [...Map.groupBy(results, ({ field }) => field)].map(([field, found]) => ({
    field,
    known: found.length,
    right: found.filter(({ isRight }) => isRight).length,
  }))
  say('\nmetadata read right, of those of Readability’s test pages where it is known\n')
  sayTable([
    ['', 'known', 'right'],
    ...fields.map(({ field, known, right }) => [field, `${known}`, `${right}`]),
  ])
  return fields.map(({ field, right }) => ({ name: `pages metadata ${field}`, value: right }))
}

function compared(
  field: string,
  wanted: string | null | undefined,
  got: string | undefined,
  isRight: (wanted: string, got: string) => boolean,
): { readonly field: string; readonly isRight: boolean } | undefined {
  return wanted === null || wanted === undefined ? undefined : { field, isRight: isRight(wanted, got ?? '') }
}

function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
