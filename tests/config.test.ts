import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig, variableNames } from '../src/config.ts'
import { ConfigError } from '../src/errors.ts'

describe('parseConfig', () => {
  it('gives every default when nothing is set', () => {
    expect(parseConfig({})).toEqual({
      DISCORD_API_URL: 'https://discord.com/api',
      ARTICLES_DIR: 'articles',
      FEEDS_FILE: 'articles/feeds.opml',
      DATA_DIR: 'data',
      POLL_MINUTES: 15,
      RETENTION_DAYS: 0,
      ALLOW_PRIVATE_HOSTS: [],
      FETCHES_PER_MINUTE: { member: 5, server: 30 },
      PREVIEW_PORT: 8787,
      HTTP_HOST: '127.0.0.1',
      ROLE: 'all',
      SHARDS: 'auto',
      LOG_LEVEL: 'info',
    })
  })

  it('takes an empty or blank variable for an absent one', () => {
    expect(parseConfig({ DATA_DIR: '', POLL_MINUTES: '  ' })).toEqual(parseConfig({}))
  })

  it('names every wrong variable with its value in one message', () => {
    const wrong = { POLL_MINUTES: 'soon', HTTP_PORT: '99999', SHARDS: '4-2/3', DISCORD_GUILD_ID: 'abc' }
    expect(() => parseConfig(wrong)).toThrow(ConfigError)
    for (const [name, value] of Object.entries(wrong)) {
      expect(() => parseConfig(wrong)).toThrow(`${name}="${value}"`)
    }
  })

  it('reads a range of shards', () => {
    expect(parseConfig({ SHARDS: '0-3/16' }).SHARDS).toEqual({ first: 0, last: 3, total: 16 })
    expect(parseConfig({ SHARDS: '2/3' }).SHARDS).toEqual({ first: 2, last: 2, total: 3 })
  })

  it('never repeats a password', () => {
    const url = 'mysql://crier:hunter2@db.example/crier'
    expect(() => parseConfig({ DATABASE_URL: url })).toThrow('mysql://…@db.example/crier')
  })

  it('takes the address of a Postgres database', () => {
    const url = 'postgres://crier:hunter2@db.example/crier'
    expect(parseConfig({ DATABASE_URL: url }).DATABASE_URL).toBe(url)
  })

  it('refuses a role of its own without a shared database', () => {
    expect(() => parseConfig({ ROLE: 'bot' })).toThrow('ROLE=bot needs DATABASE_URL')
  })
})

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n')

  it('lists the same names in the same order', () => {
    const names = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')[0])
    expect(names).toEqual(variableNames)
  })

  it('gives the defaults that the program has', () => {
    const example = Object.fromEntries(
      lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=')),
    )
    expect(parseConfig(example)).toEqual(parseConfig({}))
  })
})
