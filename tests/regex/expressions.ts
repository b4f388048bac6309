import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { regexLiterals } from './regex-literals.ts'

const root = join(import.meta.dirname, '../..')

/** A regular expression of the program, and where it stands. */
export interface Expression {
  readonly source: string
  readonly flags: string
  /** "src/config.ts:12"; of one that is built when its file is loaded, the file alone. */
  readonly place: string
}

/** The program's files, from the top of the project. */
export const sourceFiles: readonly string[] = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: root })
  .filter((file) => !file.endsWith('.d.ts'))
  .toSorted()

/** All regular expressions that stand in the program's files. */
export function writtenExpressions(): readonly Expression[] {
  return sourceFiles.flatMap((file) =>
    regexLiterals(textOf(file)).map(({ line, ...literal }) => ({ ...literal, place: `${file}:${line}` })),
  )
}

/** Files in which expressions are built of parts. */
export function building(): readonly string[] {
  return sourceFiles.filter((file) => textOf(file).includes('new RegExp('))
}

/** Those that are built of parts when their files are loaded. To be called in a process of its own, which has loaded none yet. */
async function builtExpressions(): Promise<readonly Expression[]> {
  const built: Expression[] = []
  let place = ''
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, values: [string, string?]) => {
      const made = new target(...values)
      if (place !== '') built.push({ source: made.source, flags: made.flags, place })
      return made
    },
  })
  for (const file of building()) {
    place = file
    await import(pathToFileURL(join(root, file)).href)
  }
  return built
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

// As a process: prints what is built.
if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(await builtExpressions()))
