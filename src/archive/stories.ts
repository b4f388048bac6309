import type { ArticleFilter, Head, Viewer } from './archive.ts'

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

/** Where stories are found. `keep` makes them, from the signatures of articles. */
export interface Stories {
  /**
   * As `newest`, but each story once: where the newest of its articles that fit stands, by the best of those that fit.
   * The best is the fullest, with most quotes.
   */
  newestStories(filter: ArticleFilter, limit: number): Promise<readonly StoryHead[]>
  /** Who else tells an article's story; undefined if nobody whom the viewer sees, or the article is not for this viewer. */
  storyOf(articleId: string, viewer: Viewer): Promise<Story | undefined>
}
