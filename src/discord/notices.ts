import { type Client, MessageFlags, Routes } from 'discord.js'
import type { Logger } from 'pino'
import type { Notice, Notices } from '../queries/notices.ts'
import type { SettingsBook } from '../queries/server-settings.ts'
import { noticeCard } from './cards/card.ts'
import { fitCard } from './cards/fit.ts'
import { clip } from './cards/text.ts'

/** What notices are given with. */
export interface NoticeParts {
  /** Notices that come before the connection is ready wait for it. */
  readonly ready: Promise<Client<true>>
  readonly settings: SettingsBook
  readonly log: Logger
}

const maxNotice = 1000

/** Tells the operator in the log, and each server in the channel that it chose for that. */
export function createNotices(parts: NoticeParts): Notices {
  return {
    tell: async (notice) => {
      const { servers, text } = notice
      parts.log.warn({ servers, notice: text }, 'notice')
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
  const place = notice.channel === undefined ? '' : `<#${notice.channel}>: `
  const { components } = fitCard(noticeCard(`### Notice\n${place}${clip(notice.text, maxNotice)}`))
  const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } }
  await (await ready).rest.post(Routes.channelMessages(notices), { body })
}
