import type { Head } from './article-lists.ts'

/** Articles about the same event within some days, but for the one at hand. */
export interface Story {
  /** The same for all its articles for as long as they belong to it. */
  readonly id: number
  /** The first published first, at most ten; only those that the viewer sees. */
  readonly others: readonly StoryMember[]
  /** How many others the viewer sees in all; at least one. */
  readonly total: number
}

/** Another article of a story. */
export interface StoryMember {
  readonly article: Head
  /** Whether it is the same text as the article at hand, whole or cut: an agency's. Otherwise it is a report of its own. */
  readonly sameText: boolean
}

/** An article that stands for its story in a list. */
export interface StoryHead extends Head {
  /** Absent where nobody else tells it. */
  readonly story?: Story
}
