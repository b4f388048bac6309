import type { MessageComponentInteraction } from 'discord.js'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Delivery } from '../archive/deliveries.ts'
import { headOf } from '../queries/head-of.ts'
import { indexTerms } from '../queries/index-terms.ts'
import { defaultTimezone } from '../queries/server-settings.ts'
import { explainFollow } from '../queries/why.ts'
import type { Card } from './cards/card.ts'
import type { ToldFollow } from './cards/follow-words.ts'
import { whyCard, whyDigestCard } from './cards/why-card.ts'
import type { Context } from './command.ts'

/** Why an article was posted in the channel in which somebody asks. */
export async function whyPosted(
  interaction: MessageComponentInteraction,
  stored: StoredArticle,
  context: Context,
): Promise<Card> {
  const { article, analysis } = stored
  const places = placesOf(interaction)
  const asked = (await context.archive.deliveriesOf(article.id))
    .filter(({ channel }) => places.includes(channel))
    .flatMap(({ follows }) => follows)
  const candidate = { article, analysis, terms: indexTerms(article, analysis) }
  const posted = (await toldFollows(asked, context)).map((told) => ({
    ...told,
    checks: explainFollow(told.follow, candidate),
  }))
  return whyCard(headOf(stored), posted, context.say)
}

/** Why a digest was posted. */
export async function whyDigested(deliveries: readonly Delivery[], context: Context): Promise<Card> {
  return whyDigestCard(
    await toldFollows(
      deliveries.flatMap(({ follows }) => follows),
      context,
    ),
    context.say,
  )
}

async function toldFollows(
  ids: readonly string[],
  { archive, settings, say }: Context,
): Promise<readonly ToldFollow[]> {
  const follows = await archive.followsNamed(ids)
  return Promise.all(
    follows.map(async (follow) => ({
      follow,
      zone: (await settings.get(follow.owner)).timezone ?? defaultTimezone,
      say,
    })),
  )
}

/** Where somebody is who presses a button: the channel, and the forum whose post it is. */
export function placesOf({ channelId, channel }: MessageComponentInteraction): readonly string[] {
  const forum = channel?.isThread() === true ? channel.parentId : null
  return forum === null ? [channelId] : [channelId, forum]
}
