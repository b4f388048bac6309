import { LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { z } from 'zod'
import { oneLine } from './plain-text.ts'
import { parsePublished } from './published-date.ts'

/** What an article's front matter may say. Other keys are the writer's own and are ignored. */
const frontMatter = z.object({
  title: words().optional(),
  publisher: words().optional(),
  /** Address of the article at its publisher. */
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  /** One name, or a list of names. */
  author: z
    .union([words(), z.array(words()).transform((names) => names.join(', '))], {
      error: 'must be a name or a list of names',
    })
    .optional(),
  /** ISO date or date-time. */
  published: z
    .string({ error: 'must be a date such as 2026-10-12 or 2026-10-12T08:30Z' })
    .transform((written, context) => {
      const time = parsePublished(written)
      if (time === undefined)
        context.addIssue(`must be a date such as 2026-10-12 or 2026-10-12T08:30Z, not ${written}`)
      return time
    })
    .optional(),
  standfirst: words().optional(),
  language: z.string().refine(isLanguage, { error: 'must be a language tag such as en or pt-BR' }).optional(),
})

/** The fields of an article that its front matter gave. */
export interface FrontMatterFields {
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly author?: string
  /** Epoch milliseconds. */
  readonly publishedAt?: number
  readonly standfirst?: string
  readonly language?: string
}

/**
 * Parts a file into its YAML front matter and the body below it. A file without front matter is all body.
 * @throws Error that names the line of the file where the front matter is broken, and what is wrong there
 */
export function readFrontMatter(file: string): { fields: FrontMatterFields; body: string } {
  const opening = /^---[ \t]*\n/.exec(file)
  if (opening === null) return { fields: {}, body: file }
  const rest = file.slice(opening[0].length)
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest)
  if (closing === null) throw new Error('the front matter that line 1 opens is never closed with ---')
  return {
    fields: parseFields(rest.slice(0, closing.index)),
    body: rest.slice(closing.index + closing[0].length),
  }
}

function parseFields(yaml: string): FrontMatterFields {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  // The block starts on the file's second line, below the opening dashes.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1
  const broken = document.errors[0]
  if (broken !== undefined) throw new Error(`front matter, line ${lineAt(broken.pos[0])}: ${broken.message}`)
  const parsed = frontMatter.safeParse(document.toJS() ?? {})
  if (parsed.success) return fieldsOf(parsed.data)
  const issue = parsed.error.issues[0]
  const key = issue?.path[0]
  const node = typeof key === 'string' ? (document.contents as YAMLMap).get(key, true) : document.contents
  const offset = node?.range?.[0] ?? 0
  throw new Error(
    `front matter, line ${lineAt(offset)}: ${key === undefined ? 'expected lines "name: value"' : `${String(key)} ${issue?.message}`}`,
  )
}

function fieldsOf(parsed: z.infer<typeof frontMatter>): FrontMatterFields {
  const { published, ...fields } = parsed
  const given = Object.entries({ ...fields, publishedAt: published }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return Object.fromEntries(given)
}

/** Text on one line. Numbers and truth values are what YAML makes of titles like 1984. */
function words() {
  return z
    .union([z.string(), z.number(), z.boolean()], { error: 'must be text' })
    .transform((value) => oneLine(String(value)))
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
