import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import { helpCard } from '../src/discord/cards/help-card.ts'
import { type Command, viewerOf } from '../src/discord/command.ts'
import { described, everywhere, named, privateOption } from '../src/discord/options.ts'

/** /help: what the bot can do. */
export const helpCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('help'),
    ...described('help'),
    ...everywhere,
    options: [privateOption],
  },
  execute: async (interaction, { archive, say }) => {
    const viewer = viewerOf(interaction)
    const [size, [speaker], [publisher], { rows }] = await Promise.all([
      archive.size(viewer),
      archive.suggestSpeakers('', viewer, 1),
      archive.suggestPublishers('', viewer, 1),
      archive.newest({ viewer }, { offset: 0, limit: 1 }),
    ])
    const newest = rows[0] && (await archive.article(rows[0].id, viewer))
    const topic = newest?.analysis.keywords[0]?.term
    return helpCard({ ...size, ...dropAbsent({ speaker, publisher, topic }) }, say)
  },
}
