import { ApplicationCommandType } from 'discord-api-types/v10'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { checkCommand, checkCommandList } from '../rules/commands.ts'
import { formOf, refuseProblems } from '../rules/field.ts'
import { type Command, globalCommands, type World } from '../world.ts'
import {
  bodyObject,
  param,
  type RestAnswer,
  type RestContext,
  type RestRequest,
  type Route,
  requireServer,
} from './route.ts'

/** The routes with which a bot registers its commands, everywhere or in one server. */
export function commandRoutes({ world }: RestContext): readonly Route[] {
  const everywhere = '/applications/:application_id/commands'
  const inServer = '/applications/:application_id/guilds/:guild_id/commands'
  return [everywhere, inServer].flatMap((list) => {
    const one = `${list}/:command_id`
    return [
      { method: 'GET', path: list, handle: (request) => ({ body: commandsOf(world, request) }) },
      { method: 'PUT', path: list, handle: (request) => replaceAll(world, request) },
      { method: 'POST', path: list, handle: (request) => addOne(world, request) },
      { method: 'GET', path: one, handle: (request) => ({ body: commandOf(world, request) }) },
      { method: 'PATCH', path: one, handle: (request) => changeOne(world, request) },
      { method: 'DELETE', path: one, handle: (request) => removeOne(world, request) },
    ] satisfies Route[]
  })
}

function scopeOf(world: World, request: RestRequest): string {
  if (param(request, 'application_id') !== world.application.id) throw new Refusal('missingAccess')
  const serverId = request.params.guild_id
  return serverId === undefined ? globalCommands : requireServer(world, serverId).id
}

function commandsOf(world: World, request: RestRequest): readonly Command[] {
  return world.commands.get(scopeOf(world, request)) ?? []
}

function commandOf(world: World, request: RestRequest): Command {
  const found = commandsOf(world, request).find(({ id }) => id === param(request, 'command_id'))
  if (found === undefined) throw new Refusal('unknownCommand')
  return found
}

/** Puts a list in the place of all commands; one that had the same name and type before keeps its id. */
function replaceAll(world: World, request: RestRequest): RestAnswer {
  const scope = scopeOf(world, request)
  const form = formOf(request.body)
  checkCommandList(form)
  refuseProblems(form.problems)
  const bodies: readonly Json[] = Array.isArray(request.body) ? request.body : []
  const registered = bodies.filter(isJsonObject).map((body) => register(world, scope, body))
  world.commands.set(scope, registered)
  return { body: registered }
}

function addOne(world: World, request: RestRequest): RestAnswer {
  const scope = scopeOf(world, request)
  const body = bodyObject(request)
  checkBody(body)
  const before = world.commands.get(scope) ?? []
  const added = register(world, scope, body)
  const isNew = !before.some(({ id }) => id === added.id)
  world.commands.set(scope, [...before.filter(({ id }) => id !== added.id), added])
  return { status: isNew ? 201 : 200, body: added }
}

function changeOne(world: World, request: RestRequest): RestAnswer {
  const scope = scopeOf(world, request)
  const before = commandOf(world, request)
  const changed: Command = {
    ...before,
    ...bodyObject(request),
    id: before.id,
    name: before.name,
    type: before.type,
  }
  checkBody(changed)
  world.commands.set(
    scope,
    (world.commands.get(scope) ?? []).map((one) => (one.id === before.id ? changed : one)),
  )
  return { body: changed }
}

function removeOne(world: World, request: RestRequest): RestAnswer {
  const scope = scopeOf(world, request)
  const gone = commandOf(world, request)
  world.commands.set(
    scope,
    (world.commands.get(scope) ?? []).filter(({ id }) => id !== gone.id),
  )
  return {}
}

function checkBody(body: JsonObject): void {
  const form = formOf(body)
  checkCommand(form)
  refuseProblems(form.problems)
}

function register(world: World, scope: string, body: JsonObject): Command {
  const type = typeof body.type === 'number' ? body.type : ApplicationCommandType.ChatInput
  const name = String(body.name)
  const before = world.commands.get(scope)?.find((one) => one.name === name && one.type === type)
  const permissions = body.default_member_permissions ?? null
  return {
    integration_types: [0],
    contexts: null,
    nsfw: false,
    dm_permission: true,
    ...body,
    default_member_permissions: permissions === null ? null : String(permissions),
    description: body.description ?? '',
    id: before?.id ?? world.nextId(),
    application_id: world.application.id,
    version: world.nextId(),
    type,
    name,
    ...(scope !== globalCommands && { guild_id: scope }),
  }
}
