import { describe, expect, it, onTestFinished } from 'vitest'
import { isSameText, sameStory } from '../../src/archive/same-story.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import type { Draft } from '../../src/article.ts'
import { understand } from '../../src/newsroom/reading.ts'
import { articleStatements } from '../../src/queries/article-statements.ts'
import { latest } from '../../src/queries/latest.ts'
import { matchesFollow } from '../../src/queries/match-follow.ts'
import { search } from '../../src/queries/search.ts'
import { similarTo } from '../../src/queries/similar.ts'
import { summaryOf } from '../../src/queries/summary.ts'
import { explainFollow } from '../../src/queries/why.ts'

const now = Date.UTC(2026, 10, 21, 12)
const viewer = { kind: 'operator' } as const

const texts = {
  english: 'The rats of the old harbour have gone, and the council says that nobody will miss them at all.',
  german:
    'Der Rat der Stadt hat die alten Häfen gesperrt, weil die Deiche nach der Flut nicht mehr sicher sind. Die Fischer warten auf den Beginn der Arbeiten.',
  germanToo:
    'Die Fischer der Stadt wollen die alten Häfen selbst wieder öffnen, auch wenn die Deiche noch nicht sicher sind.',
  french:
    "Le conseil de la ville a fermé les vieux ports, parce que l'eau est passée par-dessus les digues dans la nuit.",
  spanish:
    'El consejo de la ciudad ha cerrado los viejos puertos porque las aguas pasaron por encima del dique.',
  italian:
    'Il consiglio della città ha chiuso i vecchi porti perché le acque sono passate sopra la diga nella notte.',
} as const

type Name = keyof typeof texts

function draftOf(name: Name): Draft {
  return { title: 'Aktuell', publisher: 'Quay', text: texts[name], language: 'en' }
}

function storedOf(name: Name) {
  const { draft, analysis, terms } = understand(draftOf(name))
  return { article: { ...draft, id: name, publishedAt: now, firstSeenAt: now }, analysis, terms }
}

/** An archive with all of them. */
async function library() {
  const archive = openSqliteArchive(':memory:')
  onTestFinished(() => archive.close())
  for (const name of Object.keys(texts).filter((key): key is Name => key in texts)) {
    const { article, analysis, terms } = storedOf(name)
    await archive.keep({ article, analysis, terms, origin: { key: name }, deliveries: [], at: now })
  }
  return archive
}

async function found(query: string) {
  const { rows, didYouMean } = await search(await library(), { viewer, query }, { offset: 0, limit: 9, now })
  const passage = rows[0]?.passage
  const marked = passage?.marks.map(({ start, end }) => passage.text.slice(start, end))
  return { ids: rows.map(({ head }) => head.id).sort(), marked, didYouMean }
}

describe('search in an archive of several languages', () => {
  it.each([
    ['Hafen', ['german', 'germanToo']],
    ['"alter Hafen" fischer', ['german', 'germanToo']],
    ['hafen -rat', ['germanToo']],
    ['rats nobody', ['english']],
    ['Räte', ['german']],
    ['port', ['french']],
    ['l’eau', ['french']],
    ['puerto', ['spanish']],
    ['agua', ['spanish']],
    ['chiuso', ['italian']],
    ['"viejos puertos" OR "old harbours"', ['english', 'spanish']],
    [
      'council OR Rat OR consejo OR conseil OR consiglio',
      ['english', 'french', 'german', 'italian', 'spanish'],
    ],
  ])('finds with %s what holds it in its language', async (query, ids) => {
    expect((await found(query)).ids).toEqual(ids)
  })

  it('marks the words as they are written', async () => {
    expect((await found('"alter Hafen" rat')).marked).toEqual(['Rat', 'alten Häfen'])
  })

  it('suggests words of each language, as they are written there', async () => {
    expect((await found('fishcer hafen')).didYouMean).toBe('fischer hafen')
    expect((await found('peurtos')).didYouMean).toBe('puertos')
  })

  it('lists by the same words', async () => {
    const page = await latest(await library(), { viewer, about: 'häfen' }, { offset: 0, limit: 9 })
    expect(page.total).toBe(2)
  })
})

describe('follows', () => {
  const follow = { id: 'f', owner: 's', channel: 'c', createdBy: 'u', createdAt: 0 }

  it.each<[string, readonly Name[]]>([
    ['hafen', ['german', 'germanToo']],
    ['nobody', ['english']],
    ['"vieux port"', ['french']],
  ])('about %s match what a search finds', async (about, names) => {
    const matched = Object.keys(texts)
      .filter((key): key is Name => key in texts)
      .filter((name) => matchesFollow({ ...follow, about }, storedOf(name)))
    expect(matched).toEqual(names)
    expect((await found(about)).ids).toEqual(names)
  })

  it('say which words matched where', () => {
    const [check] = explainFollow({ ...follow, about: 'Hafen' }, storedOf('german'))
    const passage =
      'Der Rat der Stadt hat die alten Häfen gesperrt, weil die Deiche nach der Flut nicht mehr sicher sind.'
    expect(check?.evidence).toEqual([{ words: 'Hafen', place: 'text', passage }])
  })

  it('exclude by the words of the article’s language', () => {
    expect(matchesFollow({ ...follow, exclude: 'nobody' }, storedOf('german'))).toBe(true)
    expect(matchesFollow({ ...follow, exclude: 'Räte' }, storedOf('german'))).toBe(false)
  })
})

describe('likeness and stories', () => {
  it('are of articles in one language', async () => {
    const { rows } = await similarTo({ archive: await library() }, storedOf('german'), { viewer, limit: 5 })
    expect(rows.map(({ head }) => head.id)).toEqual(['germanToo'])
  })

  it('know two reports of one event, and those of two on one subject', () => {
    const flood = understand({
      ...draftOf('german'),
      title: 'Hafen von Lübbersiel bleibt bis Montag gesperrt',
      text: 'Der Hafen von Lübbersiel bleibt nach der Sturmflut vom 3. Oktober bis Montag gesperrt. Die Flut hatte in der Nacht zum Sonnabend einen Teil des alten Deichs weggespült und rund 3,5 Mio. Euro Schaden angerichtet. Fähren und Fischkutter dürfen erst wieder auslaufen, wenn Taucher das Hafenbecken geprüft haben, sagte Hafenmeister Jens Petersen.',
    }).story
    const again = understand({
      ...draftOf('german'),
      title: 'Sturmflut: Lübbersieler Hafen gesperrt',
      text: 'Nach der Sturmflut in der Nacht zum Sonnabend ist der Hafen von Lübbersiel bis Montag dicht. Der alte Deich brach auf einer Länge von 40 Metern, der Schaden liegt bei 3,5 Millionen Euro. Taucher suchen nach Wrackteilen, wie Hafenmeister Jens Petersen sagte. Auch die Fähren bleiben liegen.',
    }).story
    const other = understand({
      ...draftOf('german'),
      title: 'Lübbersiel lässt den Deich prüfen',
      text: 'Der Deichverband Lübbersiel lässt bis zum 15. Dezember alle Fugen seines Deichs prüfen. Taucher sollen klären, ob das Meer den Fuß des Deichs ausgespült hat. Die Sturmflut von 1962 hatte an derselben Stelle 16 Häuser zerstört.',
    }).story
    expect(sameStory(flood, again, 0)).toBeGreaterThan(0)
    expect(sameStory(flood, other, 0)).toBe(0)
  })

  it('know a copy in any language, and tell apart what shares a subject', () => {
    const long = { ...draftOf('german'), text: `${texts.german} ${texts.germanToo}` }
    const cut = understand({ ...long, text: long.text.slice(0, -40), title: 'Häfen gesperrt' }).story
    expect(isSameText(understand(long).story, cut)).toBe(true)
    expect(sameStory(understand(draftOf('german')).story, understand(draftOf('french')).story, 0)).toBe(0)
  })
})

describe('quotes', () => {
  it('are found in English alone, and the answers say so', async () => {
    const archive = await library()
    const pages = { read: () => Promise.reject(new Error('no page')), recall: async () => undefined }
    const answer = await articleStatements(
      { archive, pages },
      { viewer, article: 'german' },
      { offset: 0, limit: 5 },
    )
    expect(answer).toEqual({ rows: [], total: 0, unquotedLanguage: 'de' })
    expect(summaryOf(storedOf('german'), 'short')).toMatchObject({ statements: 0, unquotedLanguage: 'de' })
    expect(summaryOf(storedOf('english'), 'short').unquotedLanguage).toBeUndefined()
  })
})
