import type { ServerSettings } from '../../queries/server-settings.ts'
import { type Card, noticeCard } from './card.ts'

/** The defaults of a server, each with what it is good for. `zone` stands where none is chosen. */
export function settingsCard(settings: ServerSettings, zone: string): Card {
  const { notices, timezone, isPrivate } = settings
  return noticeCard(
    [
      '### Settings of this server',
      `- **Notices** ${notices === undefined ? 'nowhere: only the operator is told when a feed or channel fails' : `in <#${notices}>`}`,
      `- **Time zone** ${timezone ?? `${zone}, since none is chosen`}: for digests and quiet hours`,
      `- **Answers** ${isPrivate === true ? 'shown to the asker alone, unless private:False is asked for' : 'shown to all, unless private:True is asked for'}`,
    ].join('\n'),
  )
}
