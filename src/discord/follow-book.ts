import { randomBytes } from 'node:crypto'
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'
import type { Follow, FollowTerms } from '../archive/follows.ts'
import type { Viewer } from '../archive/viewer.ts'
import { UserError } from '../errors.ts'
import { previewFollow } from '../queries/follow-preview.ts'
import { type Card, noticeCard } from './cards/card.ts'
import { followListCard, followSetCard, followTestCard } from './cards/follow-cards.ts'
import { followLabel, followSentence, type ToldFollow } from './cards/follow-words.ts'
import { clipPlain } from './cards/text.ts'
import type { Choice, Context } from './command.ts'
import type { Catalogue } from './locales/catalogue.ts'

/** The follows of one owner, as they are asked for by one person. */
export interface FollowBook {
  readonly owner: string
  readonly viewer: Viewer
  /** Id of who asks. */
  readonly member: string
  /** The command that is used. */
  readonly command: 'follow' | 'alerts'
  /** The owner's time zone. */
  readonly zone: string
  /** More follows are refused: every new article is held against each. */
  readonly most: number
}

const maxSuggestions = 25
const maxSuggestion = 100
const askedReason = 'asked'

/**
 * Makes a follow.
 * @throws UserError if the owner has as many as are allowed.
 */
export async function addFollow(book: FollowBook, terms: FollowTerms, context: Context): Promise<Card> {
  await checkRoom(book, context)
  const follow: Follow = {
    ...terms,
    id: randomBytes(6).toString('hex'),
    owner: book.owner,
    createdBy: book.member,
    createdAt: context.clock.now(),
  }
  const trials = await tryOut(book, follow, context)
  await context.archive.addFollow(follow)
  audit(book, context, follow, 'added')
  return followSetCard(context.say.follows.following, toldOf(follow, book, context), trials)
}

/** @throws UserError if the owner may have no more follows. */
export async function checkRoom({ owner, most, command }: FollowBook, { archive }: Context): Promise<void> {
  if ((await archive.follows(owner)).length < most) return
  throw new UserError({ kind: 'tooManyFollows', most, command })
}

/** Changes what a follow asks for. One that rests because its channel was closed goes on. */
export async function editFollow(
  book: FollowBook,
  { follow, terms }: { readonly follow: Follow; readonly terms: FollowTerms },
  context: Context,
): Promise<Card> {
  const { archive } = context
  const { id, owner, createdBy, createdAt, paused } = follow
  const isClosed = paused?.cause === 'closed'
  const kept = paused === undefined || isClosed ? {} : { paused }
  const changed: Follow = { ...terms, id, owner, createdBy, createdAt, ...kept }
  const trials = await tryOut(book, changed, context)
  await archive.changeFollow(id, owner, terms)
  if (isClosed) await archive.resumeFollow(id, owner)
  audit(book, context, changed, 'changed')
  return followSetCard(context.say.follows.changed, toldOf(changed, book, context), trials)
}

/** A page of the owner's follows, from 0 on. */
export async function listFollows(book: FollowBook, { archive, say }: Context, page: number): Promise<Card> {
  return followListCard(await archive.follows(book.owner), { ...book, page, say })
}

/** remove, pause, resume or test. */
export async function changeFollow(
  book: FollowBook,
  { name, follow }: { readonly name: string; readonly follow: Follow },
  context: Context,
): Promise<Card> {
  const { archive, say } = context
  const { id, owner } = follow
  const told = toldOf(follow, book, context)
  const sentence = followSentence(told)
  switch (name) {
    case 'remove':
      await archive.removeFollow(id, owner)
      audit(book, context, follow, 'removed')
      return noticeCard(`### ${say.follows.noLongerFollowed}\n${sentence}`)
    case 'pause':
      await archive.pauseFollow(id, owner, askedReason)
      audit(book, context, follow, 'paused')
      return noticeCard(
        `### ${say.follows.paused}\n${sentence}\n-# ${say.follows.resumable(`/${say.names[book.command]} ${say.names.resume}`)}`,
      )
    case 'resume':
      await archive.resumeFollow(id, owner)
      audit(book, context, follow, 'resumed')
      return noticeCard(`### ${say.follows.followedAgain}\n${sentence}`)
    default:
      return followTestCard(told, await tryOut(book, follow, context))
  }
}

/**
 * The follow that is meant by the option `follow`.
 * @throws UserError if the owner has none like that.
 */
export async function chosenFollow(
  { owner }: FollowBook,
  interaction: ChatInputCommandInteraction,
  { archive, say }: Context,
): Promise<Follow> {
  const asked = interaction.options.getString('follow', true)
  // Typed by hand instead of picked: the label is as good as the id, where it is the only one of its kind.
  const labelled = (await archive.follows(owner)).filter((follow) => followLabel(follow, say) === asked)
  const found = (await archive.follow(asked, owner)) ?? (labelled.length === 1 ? labelled[0] : undefined)
  if (found === undefined) throw new UserError({ kind: 'noFollow', asked })
  return found
}

/** Suggestions for the option `follow`. */
export async function suggestFollows(
  owner: string,
  interaction: AutocompleteInteraction,
  { archive, say }: Context,
): Promise<readonly Choice[]> {
  const typed = interaction.options.getFocused().toLowerCase()
  return (await archive.follows(owner))
    .map((follow) => ({
      name: clipPlain(suggestion(interaction, follow, say), maxSuggestion),
      value: follow.id,
    }))
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .slice(0, maxSuggestions)
}

function suggestion({ client }: AutocompleteInteraction, follow: Follow, say: Catalogue): string {
  const channel = client.channels.cache.get(follow.channel)
  const place = channel !== undefined && 'name' in channel ? ` → #${channel.name}` : ''
  return `${followLabel(follow, say)}${place}`
}

function toldOf(follow: Follow, { zone }: FollowBook, { say }: Context): ToldFollow {
  return { follow, zone, say }
}

function tryOut({ viewer }: FollowBook, follow: Follow, { archive, clock }: Context) {
  return previewFollow(archive, follow, { viewer, now: clock.now() })
}

/** Who changed what, for the operator's log. */
function audit(
  { owner, member }: FollowBook,
  { log }: Context,
  { id, channel }: Follow,
  change: string,
): void {
  log.info({ owner, member, follow: id, channel, change }, 'follow changed')
}
