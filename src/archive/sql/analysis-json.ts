import type { Analysis } from '../../article.ts'
import { analysisSchema } from '../analysis-schema.ts'

/**
 * The analysis as the database keeps it: always the same text for the same analysis, so that texts can be
 * compared. @throws if it is not one; nothing else could be read back.
 */
export function analysisToJson(value: Analysis): string {
  return JSON.stringify(analysisSchema.parse(value))
}

/** @throws if the text is no analysis: an earlier version's, or damaged. */
export function analysisFromJson(json: string): Analysis {
  return analysisSchema.parse(JSON.parse(json))
}
