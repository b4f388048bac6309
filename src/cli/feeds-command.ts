import type { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { writeLine } from './output.ts'
import { streams, withKeptArchive } from './session.ts'

/** Adds `crier feeds`: what is read, how it is, and how to have it tried again. */
export function addFeedsCommand(crier: Command): void {
  const feeds = crier.command('feeds').description('what is read, and how it is')
  feeds
    .command('list', { isDefault: true })
    .description('all feeds and their states (to add some for everybody, list them in FEEDS_FILE)')
    .option('--json', 'as JSON', false)
    .action(listFeeds)
  feeds
    .command('retry <feeds...>')
    .description('have feeds read again, also such as were given up: by id, address or name')
    .action(retry)
}

async function listFeeds({ json }: { readonly json: boolean }): Promise<void> {
  const { allFeeds, feedsText } = await import('./feeds.ts')
  await withKeptArchive(async (archive) => {
    const all = await allFeeds(archive)
    await writeLine(streams.output, json ? JSON.stringify(all) : feedsText(all, systemClock.now()))
  })
}

async function retry(named: readonly string[]): Promise<void> {
  const { retryFeeds } = await import('./feeds.ts')
  await withKeptArchive(async (archive) => {
    const count = await retryFeeds(archive, named, systemClock.now())
    const line = `${count} to be read again: a running bot does so within half a minute`
    await writeLine(streams.output, line)
  })
}
