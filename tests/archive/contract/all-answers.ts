import type { Archive } from '../../../src/archive/archive.ts'
import type { StatementFilter } from '../../../src/archive/statements.ts'
import type { StoryHead } from '../../../src/archive/stories.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import { stems } from '../entries.ts'
import { everything } from '../fresh.ts'

const day = 86_400_000
const names = ['quell', 'ada', 'Ada Quell', 'Bo Low']
const typed = ['', 'fer', 'q']

/**
 * Every question that an archive can be asked by a viewer, with its answer. What is ranked by how rare words are is given
 * without its order: rarity is counted over the whole archive.
 */
export async function answersTo(archive: Archive, viewer: Viewer, asked: string) {
  return {
    ...(await articles(archive, viewer, asked)),
    ...(await statements(archive, viewer, asked)),
    ...(await suggestions(archive, viewer, asked)),
    ...(await subjects(archive, viewer)),
  }
}

async function articles(archive: Archive, viewer: Viewer, asked: string) {
  const about = { all: [[[stems(asked)[0] ?? '']]], none: [] }
  const { rows: newest, total } = await archive.newest({ viewer }, everything)
  const found = await archive.search({ viewer, about, now: day }, everything)
  const ids = Array.from({ length: 7 }, (_, place) => `a${place}`)
  const urls = ids.map((_, place) => `https://example.org/${place}`)
  return {
    newest,
    total,
    size: await archive.size(viewer),
    byId: await Promise.all(ids.map((id) => archive.article(id, viewer))),
    byIds: await archive.articles(ids, viewer),
    byUrl: await Promise.all(urls.map((url) => archive.articleByUrl(url, viewer))),
    about: await archive.newest({ viewer, about, publisher: 'the courier' }, everything),
    spoken: await archive.newest({ viewer, speaker: 'quell' }, everything),
    search: { ...found, rows: found.rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)) },
    stories: (await archive.newestStories({ viewer }, 9)).map(nameless),
    storiesAbout: (await archive.newestStories({ viewer, about }, 9)).map(nameless),
    storyOf: await Promise.all(ids.map(async (id) => withoutId(await archive.storyOf(id, viewer)))),
  }
}

/** A story's id is a number of the whole archive; nothing shows it. */
function withoutId(story: StoryHead['story']) {
  return story && { ...story, id: 0 }
}

function nameless(head: StoryHead) {
  return { ...head, story: withoutId(head.story) }
}

async function statements(archive: Archive, viewer: Viewer, asked: string) {
  const about = { all: [[stems(asked).slice(0, 1)]], none: [] }
  const find = (filter: Omit<StatementFilter, 'viewer'>) =>
    archive.statements({ viewer, ...filter }, everything)
  const near = await find({ words: { stems: ['pier', 'open', 'spring', 'money'], match: 'near' } })
  return {
    said: await find({}),
    saidAbout: await find({ about }),
    bySpeaker: await Promise.all(names.map((speaker) => find({ speaker }))),
    bySure: await Promise.all(names.map((speaker) => find({ speaker, minConfidence: 0.5 }))),
    phrase: await find({ words: { stems: ['will', 'open', 'again'], match: 'phrase' } }),
    near: { ...near, rows: near.rows.toSorted((one, other) => (one.article.id < other.article.id ? -1 : 1)) },
    days: await Promise.all(
      names.map((speaker) => archive.timeline({ viewer, speaker }, { offset: 0, limit: 9 })),
    ),
  }
}

async function suggestions(archive: Archive, viewer: Viewer, asked: string) {
  const each = <Found>(ask: (text: string) => Promise<Found>) => Promise.all(typed.map(ask))
  return {
    titles: await each((text) => archive.suggestArticles(text, viewer, 4)),
    speakers: await each((text) => archive.suggestSpeakers(text, viewer, 4)),
    publishers: await each((text) => archive.suggestPublishers(text, viewer, 4)),
    likeWords: await Promise.all(
      ['harbuor', 'ferryy', ...stems(asked)].map((word) => archive.wordsLike(word, viewer, 4)),
    ),
  }
}

async function subjects(archive: Archive, viewer: Viewer) {
  const keys = [
    { kind: 'topic', key: 'ferri' },
    { kind: 'person', key: 'ada quell' },
    { kind: 'person', key: 'quell' },
  ] as const
  const span = { viewer, since: 4 * 3_600_000, until: day - 1, pastDays: 3, least: 1 }
  return {
    frequencies: await archive.subjectFrequencies(keys, viewer),
    sharing: await archive.sharing(
      keys.map((key) => ({ ...key, weight: 1 })),
      { viewer, limit: 9 },
    ),
    topics: await archive.trendCounts({ ...span, kind: 'topic' }),
    people: await archive.trendCounts({ ...span, kind: 'person' }),
    days: await archive.dailyCounts(keys, { viewer, until: day, days: 3 }),
  }
}
