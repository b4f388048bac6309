import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { fillFolder } from './article-folder.ts'
import { type Benchmark, type Row, shown, spreadOf, timed } from './measure.ts'
import { endProgram, startProgram, written } from './processes.ts'

const articles = 1000
const rounds = 15

/** Time from the start of the process until it is ready, beside a bot that only logs in, in turn. */
export const start: Benchmark = {
  name: 'start',
  question: `From process start to ready with ${articles} articles, beside a bare discord.js bot on the same stand-in (${rounds} rounds in turn, warm, compile cache on)`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crier-bench-'))
    const discord = await startStandIn()
    try {
      return await measure(discord, await fillFolder(folder, articles))
    } finally {
      await discord.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(discord: StandIn, folders: Record<string, string>): Promise<readonly Row[]> {
  const variables = { ...folders, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }
  const load = startProgram('src/main.ts', variables)
  const firstLoad = await timed(() => written(load, '"folder loaded"'))
  await endProgram(load)
  const [crier, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    crier.push(await startTime('src/main.ts', variables))
    bare.push(await startTime('tests/bench/bare-bot.ts', variables))
  }
  const ratios = crier.map((time, round) => time / (bare[round] ?? Number.NaN))
  return [
    row('crier, ms', crier, 0),
    row('bare discord.js bot, ms', bare, 0),
    row('ratio', ratios, 2),
    { what: `first load of ${articles} articles, s`, min: '', median: shown(firstLoad / 1000), max: '' },
  ]
}

async function startTime(file: string, variables: Record<string, string>): Promise<number> {
  const child = startProgram(file, variables)
  const time = await timed(() => written(child, '"ready"'))
  await endProgram(child)
  return time
}

function row(what: string, figures: readonly number[], digits: number): Row {
  const { min, median, max } = spreadOf(figures)
  return { what, min: shown(min, digits), median: shown(median, digits), max: shown(max, digits) }
}
