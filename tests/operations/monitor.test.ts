import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { ConfigError } from '../../src/errors.ts'
import { startMonitor } from '../../src/operations/monitor.ts'
import { entry } from '../archive/entries.ts'

const log = pino({ level: 'silent' })
const follow = { id: 'f', owner: '1', channel: '11', createdBy: '77', createdAt: 0 }

/** A monitor on a free port, and what it answers. */
async function open(port = 0) {
  const monitor = await startMonitor({ port, host: '127.0.0.1', log })
  onTestFinished(() => monitor.close())
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${monitor.port}${path}`)
    return { status: response.status, body: await response.text() }
  }
  return { ...monitor, ask }
}

function archive() {
  const opened = openSqliteArchive(':memory:')
  onTestFinished(() => opened.close())
  return opened
}

describe('the monitor', () => {
  it('is healthy at once, and ready when all shards are connected and the archive can be read', async () => {
    const { ask, watch } = await open()
    expect((await ask('/healthz')).status).toBe(200)
    expect(await ask('/readyz')).toEqual({ status: 503, body: 'Still starting.\n' })
    const kept = archive()
    watch({ archive: kept, gateway: () => ({ connected: 1, shards: 2 }) })
    expect(await ask('/readyz')).toEqual({ status: 503, body: '1 of 2 shards are connected.\n' })
    watch({ archive: kept, gateway: () => ({ connected: 2, shards: 2 }) })
    expect((await ask('/readyz')).status).toBe(200)
    await kept.close()
    expect(await ask('/readyz')).toEqual({ status: 503, body: 'The archive cannot be read.\n' })
    expect((await ask('/healthz')).status).toBe(200)
  })

  it('tells answers by command, the outbox, feeds, the gateway and the event loop as metrics', async () => {
    const { ask, watch, answered } = await open()
    const kept = archive()
    await kept.addFollow(follow)
    await kept.keep(entry({ id: 'a', deliveries: [{ channel: '11', follows: ['f'] }] }))
    await kept.addFeed({ id: 'x', url: 'https://example.org/x' }, {}, 0)
    await kept.changeFeed('x', { failures: 2 })
    const requests = () => ({ waiting: 3, refused: 7 })
    watch({ archive: kept, requests, gateway: () => ({ connected: 1, shards: 2 }) })
    answered({ command: 'latest', kind: 'command', failed: false, ms: 40 })
    const { body } = await ask('/metrics')
    for (const line of [
      'crier_answer_seconds_bucket{le="0.05",command="latest",kind="command",failed="false"} 1',
      'crier_outbox_deliveries{state="pending"} 1',
      'crier_outbox_deliveries{state="held"} 0',
      'crier_feeds{state="failing"} 1',
      'crier_articles 1',
      'crier_gateway_shards{state="lost"} 1',
      'crier_discord_requests{state="waiting"} 3',
      'crier_discord_requests{state="refused"} 7',
    ]) {
      expect(body).toContain(line)
    }
    expect(body).toContain('nodejs_eventloop_lag_p99_seconds')
  })

  it('says in one line that its port is taken', async () => {
    const { port } = await open()
    await expect(open(port)).rejects.toThrow(ConfigError)
    await expect(open(port)).rejects.toThrow(`HTTP_PORT=${port} cannot be listened on`)
  })

  it('knows no other addresses', async () => {
    const { ask } = await open()
    expect((await ask('/')).status).toBe(404)
  })
})
