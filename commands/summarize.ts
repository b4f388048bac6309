import { ApplicationCommandType, type Message, type MessageSnapshot } from 'discord.js'
import { type LinkAnswer, linksCard, maxLinks } from '../src/discord/cards/links-card.ts'
import { askerOf, type MessageCommand } from '../src/discord/command.ts'
import type { Catalogue } from '../src/discord/locales/catalogue.ts'
import { linksIn, type MessageParts } from '../src/discord/message-links.ts'
import { everywhere, named } from '../src/discord/options.ts'
import { wordsOf } from '../src/discord/words-of.ts'
import { UserError } from '../src/errors.ts'

/** "Summarize" in a message's menu: what the pages say that the message links to, for the asker alone. */
export const summarizeCommand: MessageCommand = {
  data: {
    type: ApplicationCommandType.Message,
    ...named('Summarize'),
    ...everywhere,
  },
  execute: async (interaction, { pages, say }) => {
    const links = linksIn(partsOf(interaction.targetMessage))
    if (links.length === 0) throw new UserError({ kind: 'noLink' })
    const asker = askerOf(interaction)
    const answers = await Promise.all(
      links
        .slice(0, maxLinks)
        .map((link) => pages.read(link, asker).then(asArticle, (error: unknown) => asReason(error, say))),
    )
    return linksCard(eachOnce(answers), Math.max(0, links.length - maxLinks), say)
  },
}

/** A forwarded message holds nothing of its own: what it shows is in its snapshots. */
function partsOf(message: Message): MessageParts {
  const shown: readonly (Message | MessageSnapshot)[] = [message, ...message.messageSnapshots.values()]
  return {
    content: shown.map(({ content }) => content ?? '').join('\n'),
    embeds: shown.flatMap(({ embeds }) => embeds ?? []).flatMap(({ url }) => url ?? []),
    components: shown.flatMap(({ components }) => components ?? []).map((component) => component.toJSON()),
  }
}

function asArticle(article: Extract<LinkAnswer, { article: unknown }>['article']): LinkAnswer {
  return { article }
}

function asReason(error: unknown, say: Catalogue): LinkAnswer {
  if (error instanceof UserError) return { why: wordsOf(error, say) }
  throw error
}

/** Two links may lead to one article, and a message must not hold a button twice. */
function eachOnce(answers: readonly LinkAnswer[]): readonly LinkAnswer[] {
  const keyed = answers.map((answer) => [
    'why' in answer ? answer.why : `article ${answer.article.article.id}`,
    answer,
  ]) satisfies readonly (readonly [string, LinkAnswer])[]
  return [...new Map(keyed).values()]
}
