import type { StoredArticle } from '../archive/article-lists.ts'
import type { Viewer } from '../archive/viewer.ts'

/** Who asks for a page: what they make the bot read is counted. */
export interface Asker {
  readonly viewer: Viewer
  /** Id of the person; absent for the operator, for whom nothing is counted. */
  readonly member?: string
}

/** Web pages that are read because somebody asks. They are nobody's news: the archive does not keep them. */
export interface Pages {
  /**
   * The article at an address: the archive's own, if the asker sees one; else the page, read now or a short while ago.
   * @throws UserError why there is none, in words for members; also if the asker has asked for too many
   */
  readonly read: (address: string, asker: Asker) => Promise<StoredArticle>
  /** The article of a page that was read a short while ago, by the article's id; undefined if it is forgotten. */
  readonly recall: (id: string) => Promise<StoredArticle | undefined>
}
