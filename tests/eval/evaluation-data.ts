import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The annotated sets lie beside the checkout; they are not part of the project and may be absent. */
const folder = new URL('../../../shared/eval/', import.meta.url)

/** One document of an annotated set, as far as the sets share fields. */
export interface Document {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly genre?: string
  /** Day of publication, ISO; only some sets have it. */
  readonly date?: string
  /** Summary sets: the human summary, one string per sentence. */
  readonly reference?: string | readonly string[]
  /** Sentence sets: the sentences of each paragraph. */
  readonly paras?: readonly (readonly string[])[]
}

/** Whether the set is there to be measured on. `name` is its path within the evaluation folder. */
export function hasSet(name: string): boolean {
  return existsSync(new URL(name, folder))
}

/** Path of a file of the evaluation folder, by its path within that. */
export function pathOf(name: string): string {
  return fileURLToPath(new URL(name, folder))
}

/** Reads a set of one JSON document per line. @throws the file system's error where it is absent. */
export function readSet(name: string): readonly Document[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): Document => JSON.parse(line))
}

/** Loads a scorer that came with the sets, by its path within the evaluation folder. */
export async function loadScorer<Scorer>(name: string): Promise<Scorer> {
  return (await import(new URL(name, folder).href)) as Scorer
}
