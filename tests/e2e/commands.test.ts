import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { makeDesk, shown, startCrier, startDiscord } from './harness.ts'

describe('a new server', () => {
  it('is told what to do, and that there is nothing yet', async () => {
    const discord = await startDiscord()
    await startCrier(discord, await makeDesk())
    const hand = discord.as(seedIds.member)
    expect(shown((await hand.command('help')).messages)).toContain('I keep 0 articles with 0 statements.')
    expect(shown((await hand.command('latest')).messages)).toContain('No article fits.')
    expect(shown((await hand.command('summary')).messages)).toBe('There are no articles yet.')
    expect(shown((await hand.command('whosaid')).messages)).toContain('Tell me whom (speaker)')
    expect(shown((await hand.command('search', { query: '-gold' })).messages)).toContain(
      'only says what to leave out',
    )
  })
})
