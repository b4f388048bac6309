import { madeUpArticle } from './made-up-articles.ts'

/** Texts of one kind at any length in characters: news, and what is made to be slow. */
export const worstTexts: Readonly<Record<string, (length: number) => string>> = {
  news: (length) => madeUpArticle(1, length / 5).text.slice(0, length),
  'quotation marks only': (length) => '“"‘”'.repeat(length / 4),
  'one speaker': (length) => '“Yes I do,” Ann said. '.repeat(length / 22),
  'one sentence': (length) => 'and the mayor said that '.repeat(length / 24),
  'no spaces': (length) => 'Wellblechhütte'.repeat(length / 14),
  'capitalised words': (length) => 'Ann Lee Of Quay '.repeat(length / 16),
  'marks within marks': (length) => `${'“ ‘a '.repeat(length / 10)}${'’ ”'.repeat(length / 10)}`,
  'one word': (length) => 'a'.repeat(length),
  'glued sentences': (length) => 'said.The '.repeat(length / 9),
  'open brackets': (length) => 'abc. ('.repeat(length / 6),
  abbreviations: (length) => 'U.S. '.repeat(length / 5),
  'single line breaks': (length) => 'a\n'.repeat(length / 2),
  'paragraphs of one word': (length) => 'Yes.\n\n'.repeat(length / 6),
}
