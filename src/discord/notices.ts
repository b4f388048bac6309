import { type Client, MessageFlags, Routes } from 'discord.js'
import type { Logger } from 'pino'
import type { Notice, NoticeEvent, Notices } from '../queries/notices.ts'
import type { SettingsBook } from '../queries/server-settings.ts'
import { noticeCard } from './cards/card.ts'
import { fitCard } from './cards/fit.ts'
import { closedReason } from './cards/follow-words.ts'
import { clip } from './cards/text.ts'
import { languageTo } from './language.ts'
import type { Catalogue } from './locales/catalogue.ts'
import { troubleIn } from './words-of.ts'

/** What notices are given with. */
export interface NoticeParts {
  /** Notices that come before the connection is ready wait for it. */
  readonly ready: Promise<Client<true>>
  readonly settings: SettingsBook
  readonly log: Logger
}

/** Longest name of a feed and reason that are shown. */
const maxName = 200
const maxReason = 600

/** Tells the operator in the log, and each server in the channel that it chose for that. */
export function createNotices(parts: NoticeParts): Notices {
  return {
    tell: async (notice) => {
      const { servers, channel, event } = notice
      parts.log.warn({ servers, channel, ...event }, 'notice')
      await Promise.all(
        servers.map((server) =>
          tellServer(parts, server, notice).catch((error: unknown) => {
            parts.log.warn({ err: error, server }, 'notice not given')
          }),
        ),
      )
    },
  }
}

async function tellServer({ ready, settings }: NoticeParts, server: string, notice: Notice): Promise<void> {
  const { notices } = await settings.get(server)
  if (notices === undefined) return
  const client = await ready
  const say = await languageTo(client, settings)({ owner: server })
  const place = notice.channel === undefined ? '' : `<#${notice.channel}>: `
  const { components } = fitCard(
    noticeCard(`### ${say.notices.heading}\n${place}${sentenceOf(notice.event, say)}`),
  )
  const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } }
  await client.rest.post(Routes.channelMessages(notices), { body })
}

function sentenceOf(event: NoticeEvent, say: Catalogue): string {
  const { notices, reasons } = say
  switch (event.kind) {
    case 'channelOpen':
      return notices.channelOpen
    case 'channelClosed':
      return notices.channelClosed({ reason: closedReason(clip(event.reason, maxReason), reasons) })
    case 'feedRecovered':
      return notices.feedRecovered({ feed: clip(event.feed, maxName) })
    case 'feedFailing':
    case 'feedGivenUp':
      return notices[event.kind]({
        feed: clip(event.feed, maxName),
        why: clip(troubleIn(event.why, say), maxReason),
      })
  }
}
