import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Follow } from '../../../src/archive/follows.ts'
import { entry } from '../entries.ts'
import { fresh } from '../fresh.ts'

/** A follow of server 1 into channel 11, if nothing else is said. */
export function followOf(id: string, more: Partial<Follow> = {}): Follow {
  return { id, owner: '1', channel: '11', createdBy: '77', createdAt: 100, ...more }
}

/** Standing orders. */
export function describeFollows(open: () => Promise<Archive>): void {
  const withFollows = async (...follows: readonly Follow[]) => {
    const archive = await fresh(open)
    for (const follow of follows) await archive.addFollow(follow)
    return archive
  }

  const full = followOf('f', {
    about: '"rate rise" OR -gold',
    speaker: 'Zoë Łapka',
    publisher: 'Post',
    exclude: 'x',
    mention: '99',
    delivery: 'daily',
    at: '07:30',
    quiet: '22:00-07:00',
    most: 5,
    timezone: 'Europe/Berlin',
    crosspost: true,
    paused: { cause: 'asked', reason: 'off' },
  })

  it('gives follows by their names, whoever owns them, in the order in which they were made', async () => {
    const other = followOf('b', { owner: '2', createdAt: 50 })
    const archive = await withFollows(followOf('a'), followOf('c'), other)
    expect((await archive.followsNamed(['c', 'b', 'gone'])).map(({ id }) => id)).toEqual(['b', 'c'])
    expect(await archive.followsNamed([])).toEqual([])
  })

  it('gives a follow back as it was made', async () => {
    const archive = await withFollows(full)
    expect(await archive.follows('1')).toEqual([full])
    expect(await archive.follow('f', '1')).toEqual(full)
  })

  it('refuses a second follow with the same id', async () => {
    const archive = await withFollows(followOf('f'))
    await expect(archive.addFollow(followOf('f', { owner: '2' }))).rejects.toThrow(/Cannot write the archive/)
    expect(await archive.follows()).toEqual([followOf('f')])
  })

  it("lists one server's follows in order of creation, or everybody's", async () => {
    const archive = await withFollows(
      followOf('c', { createdAt: 3 }),
      followOf('x', { owner: '2', createdAt: 2 }),
      followOf('b', { createdAt: 1 }),
      followOf('a', { createdAt: 1 }),
    )
    expect((await archive.follows('1')).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect((await archive.follows()).map(({ id }) => id)).toEqual(['b', 'a', 'x', 'c'])
    expect(await archive.follows('3')).toEqual([])
  })

  it("does not let one server see, remove or resume another's", async () => {
    const archive = await withFollows(full)
    expect(await archive.follow('f', '2')).toBeUndefined()
    expect(await archive.removeFollow('f', '2')).toBe(false)
    expect(await archive.resumeFollow('f', '2')).toBe(false)
    expect(await archive.follows()).toEqual([full])
  })

  it('removes and resumes', async () => {
    const archive = await withFollows(full)
    expect(await archive.resumeFollow('f', '1')).toBe(true)
    expect(await archive.follow('f', '1')).not.toHaveProperty('paused')
    expect(await archive.removeFollow('f', '1')).toBe(true)
    expect(await archive.removeFollow('f', '1')).toBe(false)
    expect(await archive.follow('f', '1')).toBeUndefined()
  })

  it('changes what a follow asks for, and nothing else', async () => {
    const archive = await withFollows(full)
    const terms = { channel: '12', about: 'gold', most: 2 }
    expect(await archive.changeFollow('f', '2', terms)).toBe(false)
    expect(await archive.changeFollow('f', '1', terms)).toBe(true)
    const { id, owner, createdBy, createdAt, paused } = full
    expect(await archive.follows()).toEqual([{ id, owner, createdBy, createdAt, paused, ...terms }])
  })

  it('pauses one follow that somebody asks to pause, and drops what it alone had asked for', async () => {
    const archive = await withFollows(followOf('f'), followOf('g', { channel: '12' }))
    await archive.keep(entry({ id: 'a', deliveries: [{ channel: '11', follows: ['f'] }] }))
    expect(await archive.pauseFollow('f', '2', 'holidays')).toBe(false)
    expect(await archive.pauseFollow('f', '1', 'holidays')).toBe(true)
    expect((await archive.follows()).map(({ paused }) => paused)).toEqual([
      { cause: 'asked', reason: 'holidays' },
      undefined,
    ])
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped', error: 'holidays' }])
  })

  it('lets what leaving paused go on when the server has the bot again, and nothing else', async () => {
    const archive = await withFollows(
      followOf('f'),
      followOf('g', { paused: { cause: 'asked', reason: 'holidays' } }),
    )
    await archive.leaveServer('1', 'bot removed', 5)
    await archive.leaveServer('2', 'bot removed', 6)
    expect(await archive.departedServers(6)).toEqual(['1'])
    expect(await archive.rejoinServer('1')).toEqual([followOf('f')])
    expect((await archive.follows()).map(({ paused }) => paused?.cause)).toEqual([undefined, 'asked'])
    expect(await archive.departedServers(7)).toEqual(['2'])
    await archive.forgetDeparture('2')
    expect(await archive.departedServers(7)).toEqual([])
  })

  it('remembers the first time that a server was found to have left', async () => {
    const archive = await withFollows()
    await archive.leaveServer('1', 'bot removed', 5)
    await archive.leaveServer('1', 'bot removed', 50)
    expect(await archive.departedServers(6)).toEqual(['1'])
  })

  it('drops what a removed follow alone had asked for', async () => {
    const archive = await withFollows(followOf('f'), followOf('g'), followOf('h', { channel: '12' }))
    await archive.keep(
      entry({
        id: 'a',
        deliveries: [
          { channel: '11', follows: ['f', 'g'] },
          { channel: '12', follows: ['h'] },
        ],
      }),
    )
    await archive.removeFollow('f', '1')
    await archive.removeFollow('h', '1')
    expect(await archive.deliveriesOf('a')).toMatchObject([
      { channel: '11', follows: ['g'], state: 'pending' },
      { channel: '12', state: 'dropped' },
    ])
    await archive.removeFollow('g', '1')
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped' }, { state: 'dropped' }])
  })

  it('pauses every follow into a channel and drops what was not sent there', async () => {
    const archive = await withFollows(
      followOf('f'),
      followOf('g', { paused: { cause: 'asked', reason: 'before' } }),
      followOf('h', { channel: '12' }),
    )
    await archive.keep(
      entry({
        id: 'a',
        deliveries: [
          { channel: '11', follows: ['f'] },
          { channel: '12', follows: ['h'] },
        ],
      }),
    )
    expect(await archive.pauseChannel('11', 'no access')).toEqual([
      followOf('f', { paused: { cause: 'closed', reason: 'no access' } }),
    ])
    expect((await archive.follows('1')).map(({ paused }) => paused?.reason)).toEqual([
      'no access',
      'before',
      undefined,
    ])
    expect(await archive.deliveriesOf('a')).toMatchObject([
      { channel: '11', state: 'dropped', error: 'no access' },
      { channel: '12', state: 'pending' },
    ])
    expect(await archive.pauseChannel('11', 'again')).toEqual([])
  })

  it('drops what was not sent into a paused channel, whoever asked for it', async () => {
    const archive = await withFollows(followOf('h', { channel: '12' }))
    await archive.keep(entry({ id: 'a', deliveries: [{ channel: '11', follows: ['h'] }] }))
    expect(await archive.pauseChannel('11', 'no access')).toEqual([])
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped', error: 'no access' }])
    expect((await archive.follow('h', '1'))?.paused).toBeUndefined()
  })

  it('pauses every follow of a server and drops what was not sent for them', async () => {
    const archive = await withFollows(
      followOf('f'),
      followOf('g', { channel: '12' }),
      followOf('x', { owner: '2', channel: '21' }),
    )
    await archive.keep(
      entry({
        id: 'a',
        deliveries: [
          { channel: '12', follows: ['g'] },
          { channel: '21', follows: ['x'] },
        ],
      }),
    )
    const paused = await archive.leaveServer('1', 'bot removed', 5)
    expect(paused.map(({ id }) => id)).toEqual(['f', 'g'])
    expect((await archive.follow('x', '2'))?.paused).toBeUndefined()
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped' }, { state: 'pending' }])
  })
}
