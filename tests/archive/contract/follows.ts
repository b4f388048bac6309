import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Follow } from '../../../src/archive/follows.ts'
import { entry } from '../entries.ts'
import { fresh } from '../fresh.ts'

/** A follow of server 1 into channel 11, if nothing else is said. */
export function followOf(id: string, more: Partial<Follow> = {}): Follow {
  return { id, server: '1', channel: '11', createdBy: '77', createdAt: 100, ...more }
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
    paused: 'off',
  })

  it('gives a follow back as it was made', async () => {
    const archive = await withFollows(full)
    expect(await archive.follows('1')).toEqual([full])
    expect(await archive.follow('f', '1')).toEqual(full)
  })

  it('refuses a second follow with the same id', async () => {
    const archive = await withFollows(followOf('f'))
    await expect(archive.addFollow(followOf('f', { server: '2' }))).rejects.toThrow(
      /Cannot write the archive/,
    )
    expect(await archive.follows()).toEqual([followOf('f')])
  })

  it("lists one server's follows in order of creation, or everybody's", async () => {
    const archive = await withFollows(
      followOf('c', { createdAt: 3 }),
      followOf('x', { server: '2', createdAt: 2 }),
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
      followOf('g', { paused: 'before' }),
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
    expect(await archive.pauseChannel('11', 'no access')).toEqual([followOf('f', { paused: 'no access' })])
    expect((await archive.follows('1')).map(({ paused }) => paused)).toEqual([
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
      followOf('x', { server: '2', channel: '21' }),
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
    const paused = await archive.pauseServer('1', 'bot removed')
    expect(paused.map(({ id }) => id)).toEqual(['f', 'g'])
    expect((await archive.follow('x', '2'))?.paused).toBeUndefined()
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped' }, { state: 'pending' }])
  })
}
