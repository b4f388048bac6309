import { readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { tableSize } from './features.ts'
import type { Weights } from './model.ts'
import type { Tree } from './trees.ts'

/** The weights file: a byte per feature, and where the weights come from. */
export interface WeightsFile {
  /** Script that made it, and the data it learnt from. */
  readonly provenance: string
  /** What a step of one byte is worth. */
  readonly scale: number
  /** Signed bytes, one per feature, deflated, in base64. */
  readonly weights: string
  /** For the second looks at speakers and at clauses: lists of trees as JSON, deflated, in base64. */
  readonly trees: string
  readonly clauseTrees: string
}

/** Steps from 0 to the largest weight: fewer pack smaller, and nothing is lost by it. */
const coarsest = 63

/** Packs weights into bytes. */
export function packWeights(weights: Weights, provenance: string): WeightsFile {
  const largest = weights.table.reduce((max, weight) => Math.max(max, Math.abs(weight)), 1e-6)
  const scale = largest / coarsest
  const bytes = Int8Array.from(weights.table, (weight) => Math.round(weight / scale))
  const { trees, clauseTrees } = weights
  return {
    provenance,
    scale,
    weights: pack(bytes),
    trees: packTrees(trees),
    clauseTrees: packTrees(clauseTrees),
  }
}

function packTrees(trees: readonly Tree[]): string {
  return pack(Buffer.from(JSON.stringify(trees)))
}

function unpackTrees(packed: string): readonly Tree[] {
  return JSON.parse(unpack(packed).toString()) as readonly Tree[]
}

function pack(bytes: Int8Array | Buffer): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64')
}

function unpack(packed: string): Buffer {
  return inflateRawSync(Buffer.from(packed, 'base64'))
}

/** Unpacks a weights file. Throws if it was made for another number of features. */
export function unpackWeights(file: WeightsFile): Weights {
  const bytes = unpack(file.weights)
  if (bytes.length !== tableSize) {
    throw new Error(
      `Cannot read the weights of the quote model: ${bytes.length} features, expected ${tableSize}`,
    )
  }
  const table = new Float32Array(tableSize)
  new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length).forEach((byte, index) => {
    table[index] = byte * file.scale
  })
  return {
    table,
    trees: unpackTrees(file.trees),
    clauseTrees: unpackTrees(file.clauseTrees),
  }
}

const file = new URL('weights.json', import.meta.url)
let loaded: Weights | undefined

/** The weights that Crier ships; read once, when the first text is analysed. */
export function shippedWeights(): Weights {
  loaded ??= unpackWeights(JSON.parse(readFileSync(file, 'utf8')) as WeightsFile)
  return loaded
}
