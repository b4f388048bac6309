import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChannelType } from 'discord-api-types/v10'
import type { Archive } from '../../../src/archive/archive.ts'
import { renderText } from '../../../src/cli/render-text.ts'
import { seedIds } from '../../../src/preview/seed.ts'
import type { StandIn } from '../../../src/preview/stand-in.ts'
import { madeUpLanguage } from '../../bench/made-up-language.ts'
import { repeatable } from '../../bench/repeatable.ts'
import type { DrillResult } from '../scripted-drill.ts'

/** Made-up news in files, each of its own event, and what became of it. */
export interface News {
  /** Folder of the articles. */
  readonly articles: string
  /** The marks of all that was written so far, oldest first: each stands in one article's title. */
  readonly marks: readonly string[]
  /** Makes up an article; its mark counts from now on. */
  readonly make: () => {
    readonly mark: string
    readonly title: string
    readonly paragraphs: readonly string[]
  }
  /** Writes so many new article files, which seem to be complete for a while already. @returns their marks */
  readonly write: (count: number) => readonly string[]
}

/** File times are so far back: what has not changed for a second is read at once. In milliseconds. */
const ageMs = 60_000
const sentencesEach = 8
const topicsEach = 12

/** Opens a folder for news. The same seed makes the same articles. */
export function openNews(folder: string, seed: number): News {
  const articles = join(folder, 'articles')
  mkdirSync(articles, { recursive: true })
  const random = repeatable(seed)
  const language = madeUpLanguage()
  const marks: string[] = []
  const make: News['make'] = () => {
    const mark = `N${String(marks.length).padStart(6, '0')}`
    marks.push(mark)
    // Topics of its own: articles that are too much alike would be one story, which is told once.
    const topics = Array.from({ length: topicsEach }, () => language.topic(random))
    const sentence = (): string => `${language.sentence(random, topics)}.`
    return {
      mark,
      title: `${mark} ${topics.slice(0, 3).join(' ')}`,
      paragraphs: Array.from({ length: sentencesEach }, sentence),
    }
  }
  const writeOne = (): string => {
    const { mark, title, paragraphs } = make()
    const path = join(articles, `${mark}.txt`)
    writeFileSync(path, ['The Drill', title, `In short: ${title}.`, title, ...paragraphs].join('\n\n'))
    const time = (Date.now() - ageMs + marks.length) / 1000
    utimesSync(path, time, time)
    return mark
  }
  return { articles, marks, make, write: (count) => Array.from({ length: count }, writeOne) }
}

/** The channels that get all of the news in the drills: a text channel, an announcement channel, a forum. */
export const followed = [seedIds.news, seedIds.announcements, seedIds.forum] as const

/** Lets these channels of a server follow everything. */
export async function followAll(
  archive: Archive,
  channels: readonly string[] = followed,
  owner: string = seedIds.newsroom,
): Promise<void> {
  for (const channel of channels) {
    await archive.addFollow({
      id: `all-${channel}`,
      owner,
      channel,
      createdBy: seedIds.admin,
      createdAt: 0,
    })
  }
}

/** The marks in a channel in the order of its messages; of a forum, those of its posts. */
export function marksIn(discord: StandIn, channel: string): readonly string[] {
  const threads = [...discord.world.channels.values()].filter(
    ({ type, parentId }) => type === ChannelType.PublicThread && parentId === channel,
  )
  const isForum = discord.world.channels.get(channel)?.type === ChannelType.GuildForum
  const places = isForum ? threads.map(({ id }) => id) : [channel]
  return places.flatMap((place) =>
    discord.messages(place).flatMap(
      ({ components }) =>
        renderText(components)
          .match(/N\d{6}/g)
          ?.slice(0, 1) ?? [],
    ),
  )
}

/** Posts that are missing and posts that are there more than once, over these channels: "N000017 in 1000…". */
export function wrongPosts(
  discord: StandIn,
  marks: readonly string[],
  channels: readonly string[] = followed,
): { readonly lost: readonly string[]; readonly twice: readonly string[] } {
  const counted = channels.map((channel) => ({
    channel,
    times: Map.groupBy(marksIn(discord, channel), (mark) => mark),
  }))
  const where = (isWrong: (times: number) => boolean): readonly string[] =>
    counted.flatMap(({ channel, times }) =>
      marks.filter((mark) => isWrong(times.get(mark)?.length ?? 0)).map((mark) => `${mark} in ${channel}`),
    )
  return { lost: where((times) => times === 0), twice: where((times) => times > 1) }
}

/** Which marks no article of the archive has in its title. */
export async function missingIn(archive: Archive, marks: readonly string[]): Promise<readonly string[]> {
  const kept = await archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 1_000_000 })
  const titles = kept.rows.map(({ title }) => title).join('\n')
  return marks.filter((mark) => !titles.includes(mark))
}

/** What became of the news in the archive and in the channels that are followed, counted; each loss and repetition is wrong. */
export async function becameOf(
  archive: Archive,
  discord: StandIn,
  marks: readonly string[],
): Promise<DrillResult> {
  const missing = await missingIn(archive, marks)
  const { lost, twice } = wrongPosts(discord, marks)
  return {
    figures: { articlesLost: missing.length, deliveriesLost: lost.length, postedTwice: twice.length },
    wrong: [
      ...missing.map((mark) => `${mark} is not in the archive`),
      ...lost.map((where) => `${where} was never posted`),
      ...twice.map((where) => `${where} was posted twice`),
    ],
  }
}
