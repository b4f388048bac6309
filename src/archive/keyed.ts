import { Keyv, type KeyvBridgeStore } from 'keyv'
import type { KeyValues } from './key-values.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Buttons under a message that nobody pressed for a month answer "ask again". In milliseconds. */
export const componentLifeMs = 30 * 24 * hourMs

/** A page that was read is not asked for again for so long; by then it may have been corrected. In milliseconds. */
export const pageLifeMs = 6 * hourMs

/** A page that could not be read is not tried again for so long: most troubles last for minutes. In milliseconds. */
export const pageFailureLifeMs = 5 * minuteMs

/** What a page's feeds were is offered for so long; by then it may have others. In milliseconds. */
export const feedOfferLifeMs = 24 * hourMs

/** Pages kept at most; whoever asks for more pushes out those read longest ago, so that nobody fills the disk. */
export const mostPages = 1000

/** Values of one sort under their keys. Every method rejects if the database fails; a write never fails silently. */
export interface KeyedSpace<Value> {
  /** Undefined if never set, expired or deleted. What comes back of `unknown` is to be parsed by the caller. */
  get(key: string): Promise<Value | undefined>
  /** Replaces; the time to live begins anew. The value must survive JSON; the key must not be empty. */
  set(key: string, value: Value): Promise<void>
  /** @returns false if there was none. */
  delete(key: string): Promise<boolean>
  /** Deletes all of this sort and nothing else. */
  clear(): Promise<void>
}

/** What is kept under a key and is small, or is forgotten by itself. */
export interface Keyed {
  /** Settings by server id, kept for good. */
  readonly settings: KeyedSpace<unknown>
  /** State of components that is too long for a custom_id, by its key. Forgotten after `componentLifeMs`. */
  readonly components: KeyedSpace<string>
  /** Pages read on request and what was made of them, by article id. Forgotten after `pageLifeMs`. */
  readonly pages: KeyedSpace<unknown>
  /** Why pages could not be read, by the id that their article would have. Forgotten after `pageFailureLifeMs`. */
  readonly pageFailures: KeyedSpace<unknown>
  /** Feeds found at an address, until somebody has chosen, by a random key. Forgotten after `feedOfferLifeMs`. */
  readonly feedOffers: KeyedSpace<unknown>
}

/** Opens the keyed values over an archive. `now` gives epoch milliseconds and is the only clock. */
export function openKeyed(store: KeyValues, now: () => number): Keyed {
  return {
    settings: openSpace(rowsOf(store, { name: 'settings', now })),
    components: openSpace(rowsOf(store, { name: 'components', now, lifeMs: componentLifeMs })),
    pages: openSpace(rowsOf(store, { name: 'pages', now, lifeMs: pageLifeMs, most: mostPages })),
    pageFailures: openSpace(
      rowsOf(store, { name: 'page-failures', now, lifeMs: pageFailureLifeMs, most: mostPages }),
    ),
    feedOffers: openSpace(
      rowsOf(store, { name: 'feed-offers', now, lifeMs: feedOfferLifeMs, most: mostPages }),
    ),
  }
}

interface Sort {
  /** Must hold no '/': with it, no name can begin like another's rows. */
  readonly name: string
  readonly now: () => number
  readonly lifeMs?: number
  /** How many are kept; absent: all. */
  readonly most?: number
}

/**
 * The rows of one sort, as keyv wants a store. Each sort has a store of its own with its own prefix and keyv
 * is told of no namespace: it cannot mix up what it does not know. Nor of a time to live: it would ask the
 * machine's clock.
 */
function rowsOf(store: KeyValues, { name, now, lifeMs, most }: Sort): KeyvBridgeStore {
  const row = (key: string): string => `${name}/${key}`
  return {
    get: (key) => store.keyValue(row(key), now()),
    set: async (key, value: string) => {
      await store.setKeyValue(row(key), value, lifeMs === undefined ? undefined : now() + lifeMs)
      if (most === undefined) return true
      await store.sweepKeyValues(now())
      await store.trimKeyValues(row(''), most)
      return true
    },
    delete: (key) => store.deleteKeyValue(row(key)),
    clear: () => store.clearKeyValues(row('')),
    has: async (key) => (await store.keyValue(row(key), now())) !== undefined,
  }
}

function openSpace<Value>(rows: KeyvBridgeStore): KeyedSpace<Value> {
  const keyv = new Keyv<Value>({ store: rows, serialization: JSON })
  // Without this, keyv reports a failure as an event and goes on: a failed read looks like an absent value.
  keyv.on('error', (error: unknown) => {
    throw error
  })
  return {
    get: (key) => keyv.get(key),
    set: async (key, value) => {
      if (!(await keyv.set(key, value))) throw new Error(`Cannot keep a value under the key "${key}"`)
    },
    delete: (key) => keyv.delete(key),
    clear: () => keyv.clear(),
  }
}
