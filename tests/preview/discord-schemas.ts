import * as schemas from 'discord-api-spec/zod'
import { isJsonObject, type Json } from '../../src/preview/json.ts'
import type { Operation } from '../../src/preview/rest/api.ts'
import type { Problem } from '../../src/preview/rules/field.ts'

type Schema = schemas.Schema
type Issue = schemas.Issue

const commandRoutes = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
]

const byOperation = new Map<string, Schema>([
  ['POST /channels/{channel_id}/messages', schemas.MessageCreateRequestSchema],
  ['PATCH /channels/{channel_id}/messages/{message_id}', schemas.MessageEditRequestPartialSchema],
  [
    'POST /channels/{channel_id}/messages/{message_id}/threads',
    schemas.CreateTextThreadWithMessageRequestSchema,
  ],
  ['POST /users/@me/channels', schemas.CreatePrivateChannelRequestSchema],
  ['POST /webhooks/{webhook_id}/{webhook_token}', schemas.IncomingWebhookRequestPartialSchema],
  [
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
    schemas.IncomingWebhookUpdateRequestPartialSchema,
  ],
  ...commandRoutes.flatMap((route): [string, Schema][] => [
    [`POST ${route}`, schemas.ApplicationCommandCreateRequestSchema],
    [`PATCH ${route}/{command_id}`, schemas.ApplicationCommandPatchRequestPartialSchema],
  ]),
])

/** The schemas of interaction answers by the type in their body. */
const byAnswer = new Map<unknown, Schema>([
  [4, schemas.CreateMessageInteractionCallbackRequestSchema],
  [5, schemas.CreateMessageInteractionCallbackRequestSchema],
  [6, schemas.UpdateMessageInteractionCallbackRequestSchema],
  [7, schemas.UpdateMessageInteractionCallbackRequestSchema],
  [8, schemas.ApplicationCommandAutocompleteCallbackRequestSchema],
  [9, schemas.ModalInteractionCallbackRequestSchema],
])

/**
 * Checks a body against Discord's own API description; nothing is found where it describes no such body.
 * Lists of commands are checked one by one, interaction answers by their type.
 */
export function discordSchemas(operation: Operation, body: Json): readonly Problem[] {
  const name = `${operation.method} ${operation.route}`
  if (operation.method === 'PUT' && commandRoutes.includes(operation.route))
    return listOf(body).flatMap((command, index) =>
      problemsOf(schemas.ApplicationCommandUpdateRequestSchema, withNumericPermissions(command), [index]),
    )
  if (operation.route.endsWith('/callback')) return problemsOf(byAnswer.get(typeIn(body)), body)
  if (name === 'POST /channels/{channel_id}/threads') return problemsOf(threadSchema(body), body)
  return problemsOf(byOperation.get(name), withNumericPermissions(body))
}

/** Discord's documentation and every client write permissions as digits in a text; its schema knows numbers only. */
function withNumericPermissions(body: Json): Json {
  if (!isJsonObject(body) || !/^\d+$/.test(String(body.default_member_permissions))) return body
  return { ...body, default_member_permissions: Number(body.default_member_permissions) }
}

function threadSchema(body: Json): Schema {
  const isForumPost = typeof body === 'object' && body !== null && 'message' in body
  return isForumPost
    ? schemas.CreateForumThreadRequestSchema
    : schemas.CreateTextThreadWithoutMessageRequestSchema
}

function problemsOf(
  schema: Schema | undefined,
  body: Json,
  path: readonly (string | number)[] = [],
): readonly Problem[] {
  const parsed = schema?.safeParse(body)
  if (parsed === undefined || parsed.success) return []
  return (parsed.error?.issues ?? []).flatMap((issue) => toProblems(issue, path))
}

/** Of a union's branches the one that came furthest is told: it is what was meant. */
function toProblems(issue: Issue, above: readonly (string | number)[]): readonly Problem[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const branches = (issue.errors ?? []).map((issues) => issues.flatMap((one) => toProblems(one, path)))
  const deepest = branches.toSorted((a, b) => depth(b) - depth(a))[0]
  if (deepest !== undefined && deepest.length > 0) return deepest
  return [{ path, code: `SCHEMA_${issue.code.toUpperCase()}`, message: issue.message }]
}

function depth(problems: readonly Problem[]): number {
  return Math.min(...problems.map(({ path }) => path.length))
}

function typeIn(body: Json): Json | undefined {
  return typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined
}

function listOf(body: Json): readonly Json[] {
  return Array.isArray(body) ? body : []
}
