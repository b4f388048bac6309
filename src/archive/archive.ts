import type {
  ArticleFilter,
  Head,
  Page,
  SearchFilter,
  StoredArticle,
  Window,
  WithdrawnArticle,
} from './article-lists.ts'
import type { Deliveries, Delivery, Edits, Publications } from './deliveries.ts'
import type { Entry, FileRecord, Kept } from './entry.ts'
import type { FeedOwner, Feeds } from './feeds.ts'
import type { Follows } from './follows.ts'
import type { KeyValues } from './key-values.ts'
import type { Statement, StatementFilter, Timeline, TimelineFilter } from './statements.ts'
import type { Story, StoryHead } from './stories.ts'
import type {
  DailyCounts,
  DaySpan,
  Sharing,
  SubjectKey,
  TrendCounts,
  TrendSpan,
  WeighedSubject,
} from './subjects.ts'
import type { Viewer } from './viewer.ts'
import type { LikeWord } from './vocabulary.ts'

/**
 * What is kept and found again. Every method is one transaction: it happens whole or not at all, also when
 * the process is killed. Times are epoch milliseconds; ids are strings. Methods reject with an Error naming
 * the database and the cause when it cannot be read or written.
 */
export interface Archive extends Follows, Deliveries, Edits, Publications, KeyValues, Feeds {
  /**
   * Writes an article, its analysis, its index and the deliveries it causes. Safe to repeat. A file holds one
   * article: the one that `entry.file` held before, if another, loses this origin as by `withdraw`. An entry of a
   * feed that nobody has any more is not kept.
   */
  keep(entry: Entry): Promise<Kept>
  /**
   * As `keep` for each, in this order, in one transaction: all are kept, or none. Many at once cost a third of what they cost
   * one by one; nothing else is written or answered meanwhile.
   */
  keepAll(entries: readonly Entry[]): Promise<readonly Kept[]>
  /**
   * Takes an origin away. An article without origins is withdrawn: no longer found, its unsent deliveries dropped
   * until it returns.
   * @returns the ids of the articles withdrawn by this.
   */
  withdraw(originKey: string, at: number): Promise<readonly string[]>
  /**
   * Deletes articles published and first seen before a moment, oldest first, at most so many; one of which something is
   * still to be posted, edited or published stays. What is remembered of files and entries stays too, so that none of them returns as news.
   * @returns how many.
   */
  deleteOlder(before: number, limit: number): Promise<number>

  /** Everything remembered of the files of the articles folder. */
  files(): Promise<readonly FileRecord[]>
  /** What is remembered of one file; undefined if nothing. */
  file(path: string): Promise<FileRecord | undefined>
  /** Remembers a file without touching articles: unreadable, or only its time changed. */
  recordFile(file: FileRecord): Promise<void>
  /**
   * A file has a new path with the same content: its article keeps its id. The article of a file that it was
   * moved onto loses that origin.
   */
  moveFile(from: string, file: FileRecord): Promise<void>
  /** Forgets every file and leaves their articles as they are: the folder has become another one. */
  forgetFiles(): Promise<void>
  /** The file is gone: forgets it and withdraws its article (as `withdraw` does). */
  removeFile(path: string, at: number): Promise<readonly string[]>

  /** A short text kept under a name ("folder-loaded"); undefined if never set. */
  mark(name: string): Promise<string | undefined>
  setMark(name: string, value: string): Promise<void>

  /** One article; undefined if unknown, withdrawn or not for this viewer. */
  article(id: string, viewer: Viewer): Promise<StoredArticle | undefined>
  /** As `article` for each of these, in this order; those that it would not give are left out. */
  articles(ids: readonly string[], viewer: Viewer): Promise<readonly StoredArticle[]>
  /**
   * An article that is withdrawn and has not returned; undefined of any other, also of those that went with a feed which was
   * given up: nobody took them back. For what was posted about it while it was there.
   */
  withdrawnArticle(id: string): Promise<WithdrawnArticle | undefined>
  /** Who sees an article besides the operator: everybody (no server named), or each of these servers; nobody if unknown. */
  audienceOf(id: string): Promise<readonly FeedOwner[]>
  /** The newest article of an address (compared as given); undefined as for `article`. */
  articleByUrl(url: string, viewer: Viewer): Promise<StoredArticle | undefined>
  /** Newest first, by `publishedAt`; of one moment, the last that arrived. */
  newest(filter: ArticleFilter, window: Window): Promise<Page<Head>>
  /**
   * Best match first: bm25 over title (weighs most), standfirst and text, times what newness adds. Newest first where
   * `about` names nothing that must occur: then there is nothing to rank by.
   */
  search(filter: SearchFilter, window: Window): Promise<Page<Head>>
  /**
   * As `newest`, but each story once: where the newest of its articles that fit stands, by the best of those that fit.
   * The best is the fullest, with most quotes.
   */
  newestStories(filter: ArticleFilter, limit: number): Promise<readonly StoryHead[]>
  /** Who else tells an article's story; undefined if nobody whom the viewer sees, or the article is not for this viewer. */
  storyOf(articleId: string, viewer: Viewer): Promise<Story | undefined>
  statements(filter: StatementFilter, window: Window): Promise<Page<Statement>>
  /** The days on which a speaker's statements were published; a statement that several articles carry counts on the first. */
  timeline(filter: TimelineFilter, window: Window): Promise<Timeline>
  /** How many articles and statements the viewer can see, and when the newest was published. */
  size(viewer: Viewer): Promise<{ articles: number; statements: number; newestAt?: number }>

  /** For autocomplete: newest articles whose titles have words beginning with all typed words; newest of all if nothing is typed. */
  suggestArticles(typed: string, viewer: Viewer, limit: number): Promise<readonly Head[]>
  /** For autocomplete: sure speakers with most statements first, matched as `suggestArticles` does. */
  suggestSpeakers(typed: string, viewer: Viewer, limit: number): Promise<readonly string[]>
  /** For autocomplete: publishers with most articles first, matched likewise, named as their newest article does. */
  suggestPublishers(typed: string, viewer: Viewer, limit: number): Promise<readonly string[]>

  /**
   * Words that share most runs of three letters with a word, most alike first. Their stems stand in articles that the
   * viewer sees; the very form may stand elsewhere.
   */
  wordsLike(word: string, viewer: Viewer, limit: number): Promise<readonly LikeWord[]>

  /** How many articles that the viewer sees are about each of these. */
  subjectFrequencies(subjects: readonly SubjectKey[], viewer: Viewer): Promise<readonly number[]>
  /**
   * Articles that are about the same, highest score first, then newest. Of each subject only the newest 300 articles are
   * looked at, so that what the whole archive is about costs no more than the rest.
   */
  sharing(
    wanted: readonly WeighedSubject[],
    options: { readonly viewer: Viewer; readonly limit: number },
  ): Promise<readonly Sharing[]>
  /**
   * How many articles were about what. A lone surname counts for the one person of that name, if the viewer's articles
   * know just one.
   */
  trendCounts(span: TrendSpan): Promise<TrendCounts>
  /** Articles by day, for pictures. */
  dailyCounts(subjects: readonly SubjectKey[], span: DaySpan): Promise<DailyCounts>

  /** Deliveries of one article, whatever their state, oldest first. */
  deliveriesOf(articleId: string): Promise<readonly Delivery[]>
  /** Ends all work on the database; further calls reject. */
  close(): Promise<void>
}
