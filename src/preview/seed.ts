import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'

/** A channel to begin with. Its id is a snowflake of 17 to 19 digits. */
export interface ChannelSeed {
  readonly id: string
  readonly name: string
  readonly type: ChannelType
  /** The channel of a thread. */
  readonly parentId?: string
  readonly tags?: readonly { readonly id: string; readonly name: string }[]
  readonly requiresTag?: boolean
}

/** A role to begin with. */
export interface RoleSeed {
  readonly id: string
  readonly name: string
  readonly permissions?: bigint
  readonly mentionable?: boolean
}

/** A server to begin with. The bot is a member of it, with a role of its own. */
export interface ServerSeed {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly locale?: string
  readonly roles?: readonly RoleSeed[]
  /** Ids of roles by id of user. The owner is a member in any case. */
  readonly members?: Readonly<Record<string, readonly string[]>>
  readonly channels: readonly ChannelSeed[]
}

/** A person to begin with. */
export interface UserSeed {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly locale?: string
  readonly installedApp?: boolean
}

/** The ids of the stand-in's own application and of the seed, the same at every start. */
export const seedIds = {
  application: '100000000000000001',
  newsroom: '100000000000000100',
  general: '100000000000000101',
  news: '100000000000000102',
  announcements: '100000000000000103',
  forum: '100000000000000104',
  thread: '100000000000000105',
  forumTag: '100000000000000106',
  adminRole: '100000000000000110',
  readersRole: '100000000000000111',
  quietRole: '100000000000000112',
  /** Lies in the other of two shards than the newsroom. */
  elsewhere: '100000000004194404',
  elsewhereGeneral: '100000000000000201',
  elsewhereNews: '100000000000000202',
  member: '100000000000000301',
  admin: '100000000000000302',
  stranger: '100000000000000303',
} as const

/** The people of the default seed: a member without rights, the owner of both servers, and one in neither. */
export const defaultUsers: readonly UserSeed[] = [
  { id: seedIds.member, username: 'mira', displayName: 'Mira' },
  { id: seedIds.admin, username: 'adrian', displayName: 'Adrian' },
  { id: seedIds.stranger, username: 'sam', displayName: 'Sam', installedApp: true },
]

/** The servers of the default seed: "Newsroom" with a channel of each kind, and "Elsewhere" beside it. */
export const defaultServers: readonly ServerSeed[] = [
  {
    id: seedIds.newsroom,
    name: 'Newsroom',
    ownerId: seedIds.admin,
    roles: [
      { id: seedIds.adminRole, name: 'Editors', permissions: PermissionFlagsBits.ManageGuild },
      { id: seedIds.readersRole, name: 'Readers', mentionable: true },
      { id: seedIds.quietRole, name: 'Quiet' },
    ],
    members: { [seedIds.admin]: [seedIds.adminRole], [seedIds.member]: [] },
    channels: [
      { id: seedIds.general, name: 'general', type: ChannelType.GuildText },
      { id: seedIds.news, name: 'news', type: ChannelType.GuildText },
      { id: seedIds.announcements, name: 'announcements', type: ChannelType.GuildAnnouncement },
      {
        id: seedIds.forum,
        name: 'stories',
        type: ChannelType.GuildForum,
        tags: [{ id: seedIds.forumTag, name: 'World' }],
      },
      { id: seedIds.thread, name: 'small talk', type: ChannelType.PublicThread, parentId: seedIds.general },
    ],
  },
  {
    id: seedIds.elsewhere,
    name: 'Elsewhere',
    ownerId: seedIds.admin,
    members: { [seedIds.member]: [] },
    channels: [
      { id: seedIds.elsewhereGeneral, name: 'general', type: ChannelType.GuildText },
      { id: seedIds.elsewhereNews, name: 'news', type: ChannelType.GuildText },
    ],
  },
]

/** What @everyone may do in a new server. Neither to mention everyone nor to manage anything. */
export const everyonePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands
