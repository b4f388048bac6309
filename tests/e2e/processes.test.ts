import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { type Desk, makeDesk, startDiscord } from './harness.ts'

const root = join(import.meta.dirname, '..', '..')

/** The bot as its own process, as `npm start` starts it. Killed at the end of the test. */
function spawnCrier(desk: Desk, variables: Record<string, string>): ChildProcess & AsyncDisposable {
  const child = spawn(process.execPath, ['--import', './src/compile-cache.mjs', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ARTICLES_DIR: desk.articles,
      DATA_DIR: dirname(desk.database),
      ...variables,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  return Object.assign(child, {
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await ended
    },
  })
}

function onDiscord(discord: StandIn): Record<string, string> {
  return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'info' }
}

/** Resolves when the process has logged these words; goes on reading, so that the process can go on logging. */
function logged(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (part) => {
      seen += String(part)
      if (seen.includes(words)) resolve()
    })
    child.once('exit', () => reject(new Error(`Ended without “${words}”: ${seen}`)))
  })
}

async function exitOf(child: ChildProcess): Promise<{ code: number | null; output: string; errors: string }> {
  const [output, errors, [code]] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'exit'),
  ])
  return { code: code as number | null, output, errors }
}

describe.concurrent('the process', () => {
  it('ends in order when it is told to', async () => {
    await using discord = await startDiscord()
    await using child = spawnCrier(await makeDesk(), onDiscord(discord))
    await logged(child, '"ready"')
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  it('ends when it is told to after Discord has gone', async () => {
    await using discord = await startDiscord()
    await using child = spawnCrier(await makeDesk(), onDiscord(discord))
    await logged(child, '"ready"')
    const lost = logged(child, 'gateway lost')
    await discord.close()
    await lost
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  it('ends when it is told to while Discord cannot be reached', async () => {
    const nowhere = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:1/api' }
    await using child = spawnCrier(await makeDesk(), nowhere)
    await logged(child, 'Discord cannot be reached')
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  it('says in one line that the token is refused, without showing it', async ({ onTestFinished }) => {
    // Not the one that counts what Discord would refuse: refusing is what it shall do.
    const discord = await startStandIn()
    onTestFinished(() => discord.close())
    const secret = discord.token.replace('StandI', 'Secret')
    await using child = spawnCrier(await makeDesk(), { ...onDiscord(discord), DISCORD_TOKEN: secret })
    const { code, errors } = await exitOf(child)
    expect(code).toBe(2)
    expect(errors).toContain('crier: DISCORD_TOKEN is refused by Discord')
    expect(errors).not.toContain(secret)
  })

  it('leaves a database alone that another bot uses', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using child = spawnCrier(desk, onDiscord(discord))
    await logged(child, '"ready"')
    await using second = spawnCrier(desk, onDiscord(discord))
    const { code, errors } = await exitOf(second)
    expect(code).toBe(2)
    expect(errors).toContain(desk.database)
  })
})

describe.concurrent('without a token', () => {
  it('is no preview where it was given a role among several processes', async () => {
    const place = { ROLE: 'bot', DATABASE_URL: 'postgres://127.0.0.1:1/crier' }
    await using child = spawnCrier(await makeDesk(), place)
    const { code, errors } = await exitOf(child)
    expect([code, errors]).toEqual([2, expect.stringContaining('ROLE=bot needs DISCORD_TOKEN')])
  })

  it('answers commands from a pipe with the project’s own articles, and announces one', async () => {
    const desk = await makeDesk()
    await using child = spawnCrier({ ...desk, articles: join(root, 'articles') }, {})
    const ending = exitOf(child)
    child.stdin?.write('/whosaid speaker:Rubio\n/summary\n/follow list\n/nonsense\n')
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (part) => String(part).includes('[#news]') && resolve())
    })
    child.stdin?.end()
    const { code, output, errors } = await ending
    expect(code).toBe(0)
    expect(output).toContain('Marco Rubio')
    expect(output).toContain('Every new article')
    expect(errors).toContain('/nonsense')
  })
})
