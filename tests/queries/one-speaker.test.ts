import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { indexTerms } from '../../src/queries/index-terms.ts'
import { search } from '../../src/queries/search.ts'
import { suggestSpeakers } from '../../src/queries/suggest-speakers.ts'
import { timeline } from '../../src/queries/timeline.ts'
import { whoSaid } from '../../src/queries/who-said.ts'

const viewer = { kind: 'operator' } as const
const window = { offset: 0, limit: 9, now: 9 } as const

/** One person, as three articles call her. */
const marta = [
  '“We will rebuild the pier before the storms of spring,” said Sen. Marta Quellan. Quellan spoke for an hour.',
  '“Nobody has asked me about the price of the pier,” Quellan said on Tuesday evening.',
  '“It is a good day for the whole island,” Marta Quellan told reporters at the harbour.',
]
const bruno =
  '“I will sell the boat before the winter,” said Mr. Bruno Quellan. Quellan has fished for years.'

/** What is answered of an archive with articles of these texts. */
async function asked(texts: readonly string[], speaker: string) {
  const archive = openSqliteArchive(':memory:')
  for (const [index, text] of texts.entries()) {
    const [title, publisher] = [`News ${index}`, 'The Quay Courier']
    const article = {
      id: `${index}`,
      title,
      publisher,
      publishedAt: index,
      firstSeenAt: 0,
      text,
      language: 'en',
    }
    const analysis = analyse(article)
    const terms = indexTerms(article, analysis)
    await archive.keep({ article, analysis, terms, origin: { key: 'ingest' }, deliveries: [], at: 0 })
  }
  const said = await whoSaid(archive, { viewer, speaker }, window)
  const days = await timeline(archive, { viewer, speaker }, window)
  const found = await search(archive, { viewer, query: `speaker:"${speaker}"` }, window)
  const suggested = await suggestSpeakers(archive, speaker, { viewer, limit: 9 })
  await archive.close()
  expect(days.statements).toBe(said.total)
  expect(found.total).toBe(said.total)
  return { articles: said.rows.map(({ article }) => article.id).join(), suggested }
}

describe('a speaker whom articles call by title, by surname alone and in full', () => {
  it.each(['Marta Quellan', 'Sen. Marta Quellan', 'Quellan', 'senator quellan', 'quell'])(
    'is one, also when asked for as %s',
    async (speaker) => {
      expect(await asked(marta, speaker)).toEqual({ articles: '2,1,0', suggested: ['Marta Quellan'] })
    },
  )

  it('stays apart from another of the same surname, and a lone surname belongs to neither', async () => {
    const all = [...marta, bruno]
    expect(await asked(all, 'Sen. Marta Quellan')).toEqual({
      articles: '2,0',
      suggested: ['Marta Quellan'],
    })
    expect(await asked(all, 'Mr. Bruno Quellan')).toEqual({ articles: '3', suggested: ['Bruno Quellan'] })
    expect(await asked(all, 'quellan')).toEqual({
      articles: '3,2,1,0',
      suggested: ['Marta Quellan', 'Bruno Quellan', 'Quellan'],
    })
  })
})
