import {
  AttachmentBuilder,
  ChannelType,
  type Client,
  type ForumChannel,
  MediaGalleryBuilder,
  MessageFlags,
  type NewsChannel,
  type TextChannel,
  TextDisplayBuilder,
} from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { type Stage, startStage } from './bot.ts'

let stage: Stage
let standIn: StandIn
let client: Client<true>
beforeEach(async () => {
  stage = await startStage()
  ;({ standIn, client } = stage)
})
afterEach(async () => {
  expect(standIn.violations).toEqual([])
  await stage[Symbol.asyncDispose]()
})

const channel = <Kind>(id: string) => client.channels.cache.get(id) as Kind

it('sends files and shows them in a gallery', async () => {
  const chart = new AttachmentBuilder(Buffer.from('a picture'), { name: 'chart.png', description: 'A chart' })
  const sent = await channel<TextChannel>(seedIds.general).send({
    files: [chart],
    components: [new MediaGalleryBuilder().addItems({ media: { url: 'attachment://chart.png' } })],
    flags: MessageFlags.IsComponentsV2,
  })
  const [attachment] = sent.attachments.values()
  expect(attachment).toMatchObject({ name: 'chart.png', description: 'A chart', size: 9 })
  expect(await (await fetch(attachment?.url ?? '')).text()).toBe('a picture')
})

it('posts in a forum, writes on in the post, and archives it', async () => {
  const post = await channel<ForumChannel>(seedIds.forum).threads.create({
    name: 'Ships',
    message: {
      components: [new TextDisplayBuilder().setContent('first')],
      flags: MessageFlags.IsComponentsV2,
    },
    appliedTags: [seedIds.forumTag],
  })
  await post.send('second')
  await post.setArchived(true)
  expect(post).toMatchObject({ type: ChannelType.PublicThread, parentId: seedIds.forum, archived: true })
  expect(standIn.messages(post.id)).toHaveLength(2)
})

it('starts a thread on a message', async () => {
  const message = await channel<TextChannel>(seedIds.news).send('news')
  const thread = await message.startThread({ name: 'Talk' })
  await thread.send('about it')
  expect(standIn.messages(message.id)).toMatchObject([{ content: 'about it' }])
})

it('crossposts, replies, edits, finds and deletes its messages', async () => {
  const announcements = channel<NewsChannel>(seedIds.announcements)
  const message = await announcements.send({ content: 'news', nonce: 'n1', enforceNonce: true })
  expect((await announcements.send({ content: 'news', nonce: 'n1', enforceNonce: true })).id).toBe(message.id)
  await message.crosspost()
  const reply = await message.reply({ content: 'more', allowedMentions: { parse: [] } })
  await message.edit('corrected')
  const found = await announcements.messages.fetch({ limit: 10, after: seedIds.announcements })
  expect(found.map(({ content }) => content)).toEqual(['more', 'corrected'])
  await reply.delete()
  expect(standIn.messages(seedIds.announcements)).toMatchObject([{ content: 'corrected', flags: 1 }])
})

it('writes direct messages, also to a person who only installed it', async () => {
  const user = await client.users.fetch(seedIds.stranger)
  await user.send('hello')
  const direct = standIn.change.directMessage(seedIds.stranger)
  expect(standIn.messages(direct.id)).toMatchObject([{ content: 'hello' }])
})

it('reads its application, its server, its roles and members', async () => {
  expect((await client.application.fetch()).owner?.id).toBe(seedIds.admin)
  const guild = await client.guilds.fetch({ guild: seedIds.newsroom, force: true })
  expect((await guild.roles.fetch(seedIds.readersRole, { force: true }))?.mentionable).toBe(true)
  expect((await guild.members.fetchMe({ force: true })).id).toBe(client.user.id)
  expect((await guild.members.fetch(seedIds.member)).user.username).toBe('mira')
  expect((await guild.channels.fetch()).size).toBe(4)
})
