/**
 * What goes over the wire between the stand-in's process and the page in the browser. Types only: both sides import
 * them, neither brings the other's code along.
 */

/** Formatted text as a tree. The page makes elements of it; nothing in it is ever read as markup. */
export type Marks = readonly Mark[]

/** One piece of formatted text; a plain text is itself. */
export type Mark =
  | string
  | {
      readonly kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext'
      readonly content: Marks
    }
  | { readonly kind: 'heading'; readonly level: number; readonly content: Marks }
  | { readonly kind: 'link'; readonly url: string; readonly content: Marks }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'codeBlock'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly Marks[]
    }
  | { readonly kind: 'time'; readonly at: number; readonly style: string }
  | { readonly kind: 'mention'; readonly of: 'user' | 'role' | 'channel' | 'command'; readonly name: string }
  | { readonly kind: 'break' }

/** A person, or the bot. */
export interface PersonView {
  readonly id: string
  readonly name: string
  readonly bot: boolean
}

/** Somebody as whom the page can be used. */
export interface ActorView extends PersonView {
  /** What they may do, in a word: "owner", "member", "not a member". */
  readonly standing: string
  /** Discord's name for the language in which they use it. */
  readonly locale: string
}

/** A channel as one person sees it. */
export interface ChannelView {
  readonly id: string
  readonly name: string
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread' | 'direct'
  /** Discord's number of that kind. */
  readonly type: number
  /** The channel of a thread or forum post. */
  readonly parentId?: string
  readonly archived: boolean
  /** Whether this person may write there. */
  readonly writable: boolean
  /** Names of a forum post's tags. */
  readonly tags: readonly string[]
  /** Epoch milliseconds of the newest message; of the channel's making where there is none. */
  readonly activeAt: number
}

/** A name and an id, to choose from. */
export interface NamedView {
  readonly id: string
  readonly name: string
}

/** A server as one person sees it. */
export interface ServerView extends NamedView {
  readonly channels: readonly ChannelView[]
  readonly roles: readonly NamedView[]
  readonly members: readonly PersonView[]
}

/** All that the page shows around the messages, for one person. */
export interface SceneView {
  readonly me: ActorView
  readonly actors: readonly ActorView[]
  readonly bot: PersonView
  readonly servers: readonly ServerView[]
  readonly direct: ChannelView
}

/** A file. Its address is on the page's own origin. */
export interface FileView {
  readonly url: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly type: string
  readonly description?: string
}

/** A picture: of the page's own origin, or one elsewhere, which is not loaded but linked. */
export interface PictureView {
  readonly url: string
  readonly description?: string
  readonly spoiler: boolean
}

/** An option of a select menu, or a choice in a form. */
export interface OptionView {
  readonly label: string
  readonly value: string
  readonly description?: string
  readonly emoji?: string
  readonly chosen: boolean
}

/** A component, with all that any kind of them can have; `type` is Discord's number. */
export interface ComponentView {
  readonly type: number
  readonly customId?: string
  /** Children: of a row, a section, a container. */
  readonly components: readonly ComponentView[]
  /** A section's button or picture, or the input of a form's label. */
  readonly accessory?: ComponentView
  readonly marks: Marks
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  /** Discord's number of a button's or input's style. */
  readonly style: number
  readonly url?: string
  readonly emoji?: string
  readonly disabled: boolean
  readonly spoiler: boolean
  readonly options: readonly OptionView[]
  /** Discord's numbers of the kinds of channels to choose from; empty: any. */
  readonly channelTypes: readonly number[]
  /** Fewest and most choices or characters. */
  readonly least: number
  readonly most: number
  readonly required: boolean
  readonly value: string
  readonly pictures: readonly PictureView[]
  readonly file?: FileView
  /** Whether a separator shows its line, and takes the larger space. */
  readonly divider: boolean
  readonly large: boolean
  /** A container's colour as CSS writes it. */
  readonly accent?: string
}

/** A classic embed. */
export interface EmbedView {
  readonly title: Marks
  readonly url?: string
  readonly description: Marks
  readonly fields: readonly { readonly name: Marks; readonly value: Marks; readonly inline: boolean }[]
  readonly author?: string
  readonly footer?: string
  readonly at?: number
  readonly accent?: string
  readonly image?: PictureView
  readonly thumbnail?: PictureView
}

/** A message as it stands now. */
export interface MessageView {
  readonly id: string
  readonly channelId: string
  readonly author: PersonView
  /** Epoch milliseconds. */
  readonly at: number
  readonly editedAt?: number
  /** The one person who sees it. */
  readonly visibleTo?: string
  /** Whether it is the "thinking…" of a deferred answer. */
  readonly loading: boolean
  readonly crossposted: boolean
  /** Who asked for it with which command: the line above an answer. */
  readonly asked?: { readonly by: string; readonly command?: string }
  readonly replyTo?: string
  readonly forwarded?: MessageView
  readonly content: Marks
  /** The words of it all, for copying. */
  readonly plain: string
  readonly embeds: readonly EmbedView[]
  readonly components: readonly ComponentView[]
  readonly attachments: readonly FileView[]
  /** Whom it calls: ids of people and roles, or everyone. */
  readonly calls: { readonly everyone: boolean; readonly ids: readonly string[] }
}

/** An option of a command. */
export interface CommandOptionView {
  readonly name: string
  readonly description: string
  readonly kind: 'text' | 'whole' | 'number' | 'yesno' | 'user' | 'channel' | 'role' | 'mentionable' | 'file'
  readonly required: boolean
  readonly autocomplete: boolean
  readonly choices: readonly { readonly name: string; readonly value: string | number }[]
  /** Discord's numbers of the kinds of channels that can be given; empty: any. */
  readonly channelTypes: readonly number[]
}

/** A command as the picker offers it; subcommands are commands of their own: "follow add". */
export interface CommandView {
  readonly name: string
  readonly description: string
  readonly options: readonly CommandOptionView[]
}

/** What one person can do in one channel. */
export interface CommandsView {
  readonly slash: readonly CommandView[]
  /** Names of the commands in a message's menu. */
  readonly menu: readonly string[]
}

/** A form that the bot opened. */
export interface ModalView {
  /** Stands for it when it is sent. */
  readonly key: string
  readonly title: string
  readonly components: readonly ComponentView[]
}

/** What became of an act. */
export interface OutcomeView {
  /** What Discord tells the person where the bot did not answer. */
  readonly failure?: string
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
  readonly modal?: ModalView
}

/** One of the faults that can be switched on. */
export interface FaultView {
  readonly name: string
  readonly title: string
  /** What Discord does, and what is to be seen. */
  readonly about: string
  /** A switch is on or off; others happen once. */
  readonly on?: boolean
}

/** A request of the bot's, as it was answered. */
export interface RequestView {
  readonly method: string
  readonly path: string
  /** 0 where its socket was cut. */
  readonly status: number
  readonly at: number
}

/** What is told to the page while it is open. */
export type PageEvent =
  | { readonly kind: 'message' | 'edit'; readonly message: MessageView }
  | { readonly kind: 'delete'; readonly id: string; readonly channelId: string }
  /** Channels, roles or members changed: the scene is to be asked for again. */
  | { readonly kind: 'scene' }
  | { readonly kind: 'request'; readonly request: RequestView }
  | { readonly kind: 'gateway'; readonly connected: boolean }
