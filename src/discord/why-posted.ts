import type { MessageComponentInteraction } from 'discord.js'
import type { StoredArticle } from '../archive/archive.ts'
import { headOf } from '../queries/head-of.ts'
import { indexTerms } from '../queries/index-terms.ts'
import { defaultTimezone } from '../queries/server-settings.ts'
import { explainFollow } from '../queries/why.ts'
import type { Card } from './cards/card.ts'
import { whyCard } from './cards/why-card.ts'
import type { Context } from './command.ts'

/** Why an article was posted in the channel in which somebody asks. */
export async function whyPosted(
  interaction: MessageComponentInteraction,
  stored: StoredArticle,
  { archive, settings }: Context,
): Promise<Card> {
  const { article, analysis } = stored
  const places = placesOf(interaction)
  const asked = (await archive.deliveriesOf(article.id))
    .filter(({ channel }) => places.includes(channel))
    .flatMap(({ follows }) => follows)
  const follows = (await archive.follows()).filter(({ id }) => asked.includes(id))
  const candidate = { article, analysis, terms: indexTerms(article, analysis) }
  const posted = await Promise.all(
    follows.map(async (follow) => ({
      follow,
      zone: (await settings.get(follow.owner)).timezone ?? defaultTimezone,
      checks: explainFollow(follow, candidate),
    })),
  )
  return whyCard(headOf(stored), posted)
}

/** The channel, and the forum whose post it is. */
function placesOf({ channelId, channel }: MessageComponentInteraction): readonly string[] {
  const forum = channel?.isThread() === true ? channel.parentId : null
  return forum === null ? [channelId] : [channelId, forum]
}
