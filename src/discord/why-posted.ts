import type { MessageComponentInteraction } from 'discord.js'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Delivery } from '../archive/deliveries.ts'
import { headOf } from '../queries/head-of.ts'
import { indexTerms } from '../queries/index-terms.ts'
import { defaultTimezone } from '../queries/server-settings.ts'
import { explainFollow } from '../queries/why.ts'
import type { Card } from './cards/card.ts'
import type { ZonedFollow } from './cards/follow-cards.ts'
import { whyCard, whyDigestCard } from './cards/why-card.ts'
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
  const candidate = { article, analysis, terms: indexTerms(article, analysis) }
  const posted = (await zonedFollows(asked, { archive, settings })).map((zoned) => ({
    ...zoned,
    checks: explainFollow(zoned.follow, candidate),
  }))
  return whyCard(headOf(stored), posted)
}

/** Why a digest was posted. */
export async function whyDigested(deliveries: readonly Delivery[], context: Context): Promise<Card> {
  return whyDigestCard(
    await zonedFollows(
      deliveries.flatMap(({ follows }) => follows),
      context,
    ),
  )
}

async function zonedFollows(
  ids: readonly string[],
  { archive, settings }: Pick<Context, 'archive' | 'settings'>,
): Promise<readonly ZonedFollow[]> {
  const follows = (await archive.follows()).filter(({ id }) => ids.includes(id))
  return Promise.all(
    follows.map(async (follow) => ({
      follow,
      zone: (await settings.get(follow.owner)).timezone ?? defaultTimezone,
    })),
  )
}

/** Where somebody is who presses a button: the channel, and the forum whose post it is. */
export function placesOf({ channelId, channel }: MessageComponentInteraction): readonly string[] {
  const forum = channel?.isThread() === true ? channel.parentId : null
  return forum === null ? [channelId] : [channelId, forum]
}
