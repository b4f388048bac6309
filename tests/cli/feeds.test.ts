import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { makePlace } from './place.ts'

const then = Date.UTC(2026, 10, 23, 12)

/** An archive with a feed that is well, and one that a server added and that was given up. */
async function setPlace() {
  const place = await makePlace()
  const open = () => openSqliteArchive(join(place.variables.DATA_DIR, 'crier.db'))
  const archive = open()
  await archive.addFeed({ id: 'a', url: 'https://quay.test/feed', title: 'Quay *Courier*' }, {}, then)
  await archive.changeFeed('a', { readAt: then, nextReadAt: Date.UTC(2090, 0, 1), loaded: true })
  const secret = 'https://me:hunter2@fen.test/feed?token=hunter2'
  await archive.addFeed({ id: 'b', url: secret }, { server: '7' }, then)
  await archive.addFeed({ id: 'b', url: secret }, { server: '8' }, then)
  await archive.changeFeed('b', { disabled: 'it fails', failures: 12, failingSince: then, error: 'it fails' })
  await archive.close()
  const stateOf = async (id: string) => {
    const again = open()
    return again.feed(id).finally(again.close)
  }
  return { ...place, stateOf }
}

describe.concurrent('crier feeds', () => {
  it('tells every feed’s state, whose it is, and no secret', async () => {
    const { crier } = await setPlace()
    const { output, code } = await crier(['feeds'])
    expect(output).toBe(
      [
        'fen.test/feed?token=… · fen.test/feed?token=… · b · for 2 servers',
        '  ⚠ given up: it fails',
        'Quay *Courier* · quay.test/feed · a · for everybody',
        '  read 2026-11-23 12:00 UTC · next 2090-01-01 00:00 UTC',
        '',
      ].join('\n'),
    )
    expect(code).toBe(0)
    const json = await crier(['feeds', '--json'])
    expect(json.output).not.toContain('hunter2')
    expect(JSON.parse(json.output)).toMatchObject([
      { id: 'b', address: 'fen.test/feed?token=…', isOpen: false, servers: ['7', '8'], disabled: 'it fails' },
      { id: 'a', name: 'Quay *Courier*', isOpen: true, servers: [], readAt: then, failures: 0 },
    ])
  })

  it('has feeds read again by id, address or name, and leaves the others as they are', async () => {
    const { crier, stateOf } = await setPlace()
    const { output, code } = await crier(['feeds', 'retry', 'b'])
    expect([output, code]).toEqual(['1 to be read again: a running bot does so within half a minute\n', 0])
    const state = await stateOf('b')
    expect(state).toMatchObject({ failures: 0 })
    expect([state?.disabled, state?.failingSince]).toEqual([undefined, undefined])
    expect(state?.nextReadAt).toBeLessThanOrEqual(Date.now())
    const unknown = await crier(['feeds', 'retry', 'Quay *Courier*', 'Fen'])
    expect(unknown).toMatchObject({
      errors: 'crier: There is no feed “Fen”. crier feeds tells their ids.\n',
      code: 1,
    })
    expect((await stateOf('a'))?.nextReadAt).toBe(Date.UTC(2090, 0, 1))
  })

  it('that were given up are a finding of crier doctor, with what to do', async () => {
    const { crier } = await setPlace()
    const { output, code } = await crier(['doctor'])
    expect(output).toContain('0 follows, 2 feeds')
    expect(output).toContain(
      'BAD  feed https://fen.test/feed?token=… was given up: it fails. Mend that, then crier feeds retry b.',
    )
    expect(code).toBe(1)
  })

  it('says where feeds come from while there are none, and what to do where there is no archive', async () => {
    const { variables, crier } = await makePlace()
    expect(await crier(['feeds'])).toMatchObject({
      errors: expect.stringContaining('There is no archive at'),
      code: 1,
    })
    await openSqliteArchive(join(variables.DATA_DIR, 'crier.db')).close()
    expect((await crier(['feeds'])).output).toContain('list some in FEEDS_FILE')
    expect((await crier(['feeds', 'retry'])).code).toBe(2)
  })
})
