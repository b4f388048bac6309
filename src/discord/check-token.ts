import { DiscordAPIError, REST, Routes } from 'discord.js'
import type { APIApplication, APIUser } from 'discord-api-types/v10'
import { inviteLink } from './invite-link.ts'

/** Whether a channel can be reached; `problem` in Discord's words. */
export interface ChannelState {
  readonly channel: string
  readonly problem?: string
}

/** What a token opens. */
export interface TokenState {
  readonly identity: { readonly ok: boolean; readonly what: string }
  /** Empty if the token is refused. */
  readonly states: readonly ChannelState[]
}

const timeoutMs = 5000
const unauthorized = 401

/** Asks Discord who a token belongs to, and whether it sees these channels. Never rejects; the token is in no message. */
export async function checkToken(
  token: string,
  { api, channels }: { readonly api: string; readonly channels: readonly string[] },
): Promise<TokenState> {
  const rest = new REST({ api, version: '10', retries: 0, timeout: timeoutMs }).setToken(token)
  try {
    const { username, id } = (await rest.get(Routes.user())) as APIUser
    const application = (await rest.get(Routes.currentApplication())) as APIApplication
    const states = await Promise.all(channels.map((channel) => checkChannel(rest, channel)))
    const what = `DISCORD_TOKEN belongs to ${username} (${id}); added to servers at ${inviteLink(application.id)}`
    return { identity: { ok: true, what }, states }
  } catch (error) {
    return { identity: { ok: false, what: describeFailure(error, api) }, states: [] }
  }
}

function describeFailure(error: unknown, api: string): string {
  if (error instanceof DiscordAPIError && error.status === unauthorized) {
    return 'DISCORD_TOKEN is refused by Discord: reset it in the developer portal (Bot > Reset Token)'
  }
  return `Discord cannot be reached at ${api}: ${reasonOf(error)}`
}

async function checkChannel(rest: REST, channel: string): Promise<ChannelState> {
  try {
    await rest.get(Routes.channel(channel))
    return { channel }
  } catch (error) {
    return { channel, problem: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
