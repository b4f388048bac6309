import { expect, it } from 'vitest'
import { commands, messageCommands } from '../../commands/index.ts'

/** What is for those who run a server alone. */
const inServersOnly = ['follow', 'feeds', 'settings']

it('offers every command in servers, direct messages and wherever who installed the app is, but for those that manage a server', () => {
  for (const { data } of [...commands, ...messageCommands]) {
    const isEverywhere = !inServersOnly.includes(data.name)
    expect([data.name, data.contexts]).toEqual([data.name, isEverywhere ? [0, 1, 2] : [0]])
    expect([data.name, data.integration_types ?? [0]]).toEqual([data.name, isEverywhere ? [0, 1] : [0]])
  }
})
