import { DiscordAPIError, HTTPError } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { logTo } from '../../src/start/log.ts'

const token = 'aW50ZXJhY3Rpb246MTIz'

function logged(error: Error): string {
  const lines: string[] = []
  logTo('info', { write: (line) => void lines.push(line) }).error({ err: error }, 'failed')
  return lines.join('')
}

describe('the log', () => {
  it.each([
    `https://discord.com/api/v10/webhooks/42/${token}/messages/@original?wait=true`,
    `https://discord.com/api/v10/interactions/42/${token}/callback`,
  ])('tells what Discord refused without the interaction’s token and without what was asked: %s', (url) => {
    const raw = { message: 'Invalid Form Body', code: 50_035 }
    const body = { body: { content: 'hunter2' }, files: undefined }
    const refused = new DiscordAPIError(raw, 50_035, 400, 'POST', url, body)
    const failed = new HTTPError(500, 'Internal Server Error', 'POST', url, body)
    for (const error of [refused, failed, new Error('Not answered', { cause: refused })]) {
      expect(logged(error)).not.toContain(token)
      expect(logged(error)).not.toContain('hunter2')
    }
    expect(logged(refused)).toContain('50035')
  })
})
