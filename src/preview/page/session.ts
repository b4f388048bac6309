import type { ChannelView, OutcomeView, PageEvent, SceneView, ServerView } from '../site/wire.ts'
import { get, listen, post } from './api.ts'

/** What a person does, as the preview takes it. */
export type Act =
  | { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, unknown>> }
  | { readonly kind: 'line'; readonly line: string }
  | {
      readonly kind: 'complete'
      readonly name: string
      readonly options: Readonly<Record<string, unknown>>
      readonly focused: string
    }
  | { readonly kind: 'press'; readonly message: string; readonly customId: string }
  | {
      readonly kind: 'select'
      readonly message: string
      readonly customId: string
      readonly values: readonly string[]
    }
  | { readonly kind: 'menu'; readonly name: string; readonly message: string }
  | {
      readonly kind: 'submit'
      readonly modal: string
      readonly entries: Readonly<Record<string, string | readonly string[]>>
    }
  | { readonly kind: 'say'; readonly content: string }
  | { readonly kind: 'speak'; readonly locale: string }

/** Where the person as whom the page is used is remembered, for as long as the tab lives. */
const userKey = 'crier-preview-user'

/** Begins as the person and in the channel of before, else as the first person in their first channel. */
export async function startSession(firstUser: string, onEnd: () => void): Promise<Session> {
  const user = sessionStorage.getItem(userKey) ?? firstUser
  const scene = await get<SceneView>('scene', { user }).catch(() =>
    get<SceneView>('scene', { user: firstUser }),
  )
  const session = new Session(scene, location.hash.slice(1))
  listen((event) => session.heed(event), onEnd)
  return session
}

/** Who looks at which channel; everything on the page follows it. The channel is always one of the scene's. */
export class Session {
  #scene: SceneView
  #channel: ChannelView
  #connected = false
  readonly #unread = new Map<string, number>()
  readonly #changed = new Set<() => void>()
  readonly #heard = new Set<(event: PageEvent) => void>()

  constructor(scene: SceneView, wantedChannel: string) {
    this.#scene = scene
    this.#channel = firstChannel(scene, wantedChannel)
  }

  get scene(): SceneView {
    return this.#scene
  }

  get channel(): ChannelView {
    return this.#channel
  }

  /** Absent in the direct message. */
  get server(): ServerView | undefined {
    return this.#scene.servers.find(({ channels }) => channels.includes(this.#channel))
  }

  /** Whether the bot is connected to the gateway. */
  get connected(): boolean {
    return this.#connected
  }

  /** How many messages came into channels that were not open, by channel. */
  get unread(): ReadonlyMap<string, number> {
    return this.#unread
  }

  /** Acts in the open channel. @throws Error in plain words where that may not be. */
  act(act: Act): Promise<OutcomeView> {
    return post('act', { user: this.#scene.me.id, channel: this.#channel.id, act })
  }

  open(channelId: string): void {
    this.#show(channelsIn(this.#scene).find(({ id }) => id === channelId) ?? this.#channel)
  }

  /** Goes on as somebody else. */
  async become(user: string): Promise<void> {
    sessionStorage.setItem(userKey, user)
    this.#unread.clear()
    await this.#look(user)
  }

  /** Uses Discord in another language from now on. */
  async speak(locale: string): Promise<void> {
    await this.act({ kind: 'speak', locale })
    await this.#look(this.#scene.me.id)
  }

  /** Calls back when scene, channel, unread or connection changed, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#changed.add(listener)
    return () => this.#changed.delete(listener)
  }

  /** Calls back for each event of a message that this person may see, and each request, until told to end. */
  onEvent(listener: (event: PageEvent) => void): () => void {
    this.#heard.add(listener)
    return () => this.#heard.delete(listener)
  }

  /** Takes in what the preview tells. */
  heed(event: PageEvent): void {
    if (event.kind === 'scene') void this.#look(this.#scene.me.id)
    else if (event.kind === 'gateway') {
      this.#connected = event.connected
      this.#tell()
    } else if (isFor(event, this.#scene)) {
      for (const listener of this.#heard) listener(event)
      if (event.kind === 'message') this.#count(event.message.channelId)
    }
  }

  #count(channelId: string): void {
    if (channelId === this.#channel.id) return
    this.#unread.set(channelId, (this.#unread.get(channelId) ?? 0) + 1)
    this.#tell()
  }

  async #look(user: string): Promise<void> {
    this.#scene = await get<SceneView>('scene', { user })
    this.#show(firstChannel(this.#scene, this.#channel.id))
  }

  #show(channel: ChannelView): void {
    this.#channel = channel
    this.#unread.delete(channel.id)
    history.replaceState(null, '', `#${channel.id}`)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#changed) listener()
  }
}

/** All channels that the person sees, the direct message last. */
export function channelsIn(scene: SceneView): readonly ChannelView[] {
  return [...scene.servers.flatMap(({ channels }) => channels), scene.direct]
}

function firstChannel(scene: SceneView, wanted: string): ChannelView {
  const channels = channelsIn(scene)
  return channels.find(({ id }) => id === wanted) ?? channels[0] ?? scene.direct
}

/** Whether an event is this person's to see. */
function isFor(event: PageEvent, scene: SceneView): boolean {
  if (event.kind === 'message' || event.kind === 'edit') {
    const { visibleTo, channelId } = event.message
    if ((visibleTo ?? scene.me.id) !== scene.me.id) return false
    return channelsIn(scene).some(({ id }) => id === channelId)
  }
  return true
}
