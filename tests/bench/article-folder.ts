import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { madeUpArticle } from './made-up-articles.ts'

/** Writes so many article files into a folder; gives the variables with which the bot reads them. */
export async function fillFolder(folder: string, articles: number): Promise<Record<string, string>> {
  const texts = join(folder, 'articles')
  await mkdir(texts)
  for (let number = 0; number < articles; number += 1) {
    const { publisher, title, text } = madeUpArticle(number)
    await writeFile(
      join(texts, `${number}.txt`),
      `${publisher}\n\n${title}\n\nIn short.\n\n${title}\n\n${text}\n`,
    )
  }
  return { ARTICLES_DIR: texts, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'info' }
}
