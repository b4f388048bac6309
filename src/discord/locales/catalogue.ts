import type { english } from './en.ts'

/**
 * All that the bot says, in one language. English is the measure: a sentence that another language lacks, or has too
 * many, does not compile. What is put in has been escaped already.
 */
export type Catalogue = typeof english
