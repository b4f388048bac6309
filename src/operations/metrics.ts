import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Archive } from '../archive/archive.ts'
import type { Feed } from '../archive/feeds.ts'
import type { Answered } from '../discord/dispatch.ts'

/** What of a running Crier is watched; what a process does not do is absent. */
export interface Watched {
  readonly archive: Archive
  /** How many of this process's shards are connected, of how many. */
  readonly gateway?: () => { readonly connected: number; readonly shards: number }
  /** Requests to Discord that wait for their turn, and those that it refused in the last ten minutes. */
  readonly requests?: () => { readonly waiting: number; readonly refused: number }
}

/** The numbers of one process. */
export interface Metrics {
  /** Counts an interaction that was answered. */
  readonly answered: (answered: Answered) => void
  /** All numbers as Prometheus reads them. @throws Error if the archive cannot be read */
  readonly text: (watched: Watched | undefined) => Promise<string>
  /** The media type of that text. */
  readonly contentType: string
}

/** Upper bounds in seconds: an answer within a tenth is quick, after three Discord has given up. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3]

/** The process's own numbers (memory, processor, event loop) and Crier's. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = answersIn(registry)
  const gauges = gaugesIn(registry)
  return {
    answered: ({ command, kind, failed, ms }) =>
      answers.observe({ command, kind, failed: String(failed) }, ms / 1000),
    text: async (watched) => {
      if (watched) await read(watched, gauges)
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

function answersIn(registry: Registry) {
  return new Histogram({
    name: 'crier_answer_seconds',
    help: 'From an interaction to its answer, by command and kind; failed: no answer could be given',
    labelNames: ['command', 'kind', 'failed'],
    buckets,
    registers: [registry],
  })
}

/** Numbers that are read when they are asked for. */
type Gauges = ReturnType<typeof gaugesIn>

function gaugesIn(registry: Registry) {
  const registers = [registry]
  const byState = (name: string, help: string) => new Gauge({ name, help, labelNames: ['state'], registers })
  return {
    outbox: byState(
      'crier_outbox_deliveries',
      'Posts that wait, are under way, or are held for a person to look at',
    ),
    feeds: byState('crier_feeds', 'Feeds that are well, failing, or given up'),
    gateway: byState('crier_gateway_shards', 'Shards of this process, connected or lost'),
    requests: byState(
      'crier_discord_requests',
      'Requests to Discord: waiting for their turn; refused (401, 403, 429) in the last ten minutes',
    ),
    articles: new Gauge({ name: 'crier_articles', help: 'Articles in the archive', registers }),
  }
}

async function read({ archive, gateway, requests }: Watched, gauges: Gauges): Promise<void> {
  const [counts, size, feeds] = await Promise.all([
    archive.deliveryCounts(),
    archive.size({ kind: 'operator' }),
    archive.feeds(),
  ])
  for (const [state, count] of Object.entries(counts)) gauges.outbox.set({ state }, count)
  for (const [state, count] of countStates(feeds)) gauges.feeds.set({ state }, count)
  gauges.articles.set(size.articles)
  for (const [state, count] of Object.entries(requests?.() ?? {})) gauges.requests.set({ state }, count)
  const shards = gateway?.()
  if (!shards) return
  gauges.gateway.set({ state: 'connected' }, shards.connected)
  gauges.gateway.set({ state: 'lost' }, shards.shards - shards.connected)
}

function countStates(feeds: readonly Feed[]): ReadonlyMap<string, number> {
  const counts = new Map([
    ['well', 0],
    ['failing', 0],
    ['given up', 0],
  ])
  for (const { disabled, failures } of feeds) {
    const state = disabled !== undefined ? 'given up' : failures > 0 ? 'failing' : 'well'
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
