import type { JsonObject } from './json.ts'

/** What Discord refuses with: HTTP status, error code and message. */
const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  tooManyFollowUps: [400, 40094, 'This interaction has reached max number of follow ups'],
  missingAccess: [403, 50001, 'Missing Access'],
  notInDirectMessage: [400, 50003, 'Cannot execute action on a DM channel'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  notTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  replyNeedsHistory: [403, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [400, 160005, 'Thread is locked'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>

/** The names of Discord's refusals. */
export type RefusalName = keyof typeof refusals

/** A request that Discord would have refused, with the answer it would have given. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusalName
  readonly status: number
  readonly code: number
  /** Discord's nested description of what is wrong where, for invalid forms. */
  readonly errors: JsonObject | undefined

  /** Whether a fault on demand refused, and nothing was wrong with the request. */
  readonly planned: boolean

  constructor(
    reason: RefusalName,
    detail: { readonly errors?: JsonObject; readonly planned?: boolean } = {},
  ) {
    const [status, code, message] = refusals[reason]
    super(message)
    this.reason = reason
    this.status = status
    this.code = code
    this.errors = detail.errors
    this.planned = detail.planned ?? false
  }

  /** The body of the answer. */
  toBody(): JsonObject {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}
