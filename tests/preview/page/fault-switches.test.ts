import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seedIds } from '../../../src/preview/seed.ts'
import { createFaultSwitches, type FaultSwitches } from '../../../src/preview/site/fault-switches.ts'
import { type StandIn, startStandIn } from '../../../src/preview/stand-in.ts'
import { send } from '../call.ts'

let standIn: StandIn
let faults: FaultSwitches
beforeEach(async () => {
  standIn = await startStandIn()
  faults = createFaultSwitches(standIn)
})
afterEach(() => standIn.close())

const statusInNews = async () => (await send(standIn, { content: 'hello' }, seedIds.news)).status
const isOn = (name: string) => faults.list().find((fault) => fault.name === name)?.on

describe('fault switches', () => {
  it.each([
    ['rateLimit', 429],
    ['outage', 503],
    ['lostPermission', 403],
  ])('%s lasts until it is switched off', async (name, status) => {
    faults.set(name, true)
    expect([await statusInNews(), await statusInNews()]).toEqual([status, status])
    expect(isOn(name)).toBe(true)
    faults.set(name, false)
    expect(await statusInNews()).toBe(200)
    expect(isOn(name)).toBe(false)
  })

  it('cuts the line after a message was taken', async () => {
    faults.set('cutAfter', true)
    await expect(statusInNews()).rejects.toThrow('fetch failed')
    expect(standIn.messages(seedIds.news)).toHaveLength(1)
  })

  it('keeps the others on when one goes off', async () => {
    faults.set('outage', true)
    faults.set('slow', true)
    faults.set('slow', false)
    expect(await statusInNews()).toBe(503)
  })

  it('can be set all, one after the other, and unset', () => {
    for (const { name } of faults.list()) faults.set(name, true)
    for (const { name } of faults.list()) faults.set(name, false)
    expect(faults.list().filter(({ on }) => on === true)).toEqual([])
  })

  it('knows no others', () => {
    expect(() => faults.set('toString', true)).toThrow('There is no fault “toString”')
  })
})
