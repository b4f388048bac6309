import type { Analysis, Article, QuoteKind, StorySignature } from '../article.ts'
import type { Deliveries, Delivery, Edits } from './deliveries.ts'
import type { Expression } from './expression.ts'
import type { FeedItem, FeedOwner, Feeds } from './feeds.ts'
import type { Follows } from './follows.ts'
import type { KeyValues } from './key-values.ts'
import type {
  DailyCounts,
  Subject,
  SubjectKey,
  SubjectKind,
  TrendCounts,
  WeighedSubject,
} from './subjects.ts'
import type { LikeWord, WrittenWord } from './vocabulary.ts'

/**
 * Who is asking. Articles that came only through a server's own feeds are seen by that server alone; all
 * others by everybody. The operator (command line) sees everything.
 */
export type Viewer =
  | { readonly kind: 'operator' }
  | { readonly kind: 'server'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }

/** Where an article came from. An article has one or more origins; without any it is withdrawn. */
export interface Origin {
  /** "file:<path>" or "ingest": unique per way in. */
  readonly key: string
  /** The one server that sees what came this way; absent: the origin is open to everybody. */
  readonly server?: string
}

/** An entry of a feed. As an origin it is one for each owner of the feed, as they are when the article is written. */
export interface FeedOrigin {
  /** Id of the feed. */
  readonly feed: string
  /** Written with the article, so that a killed process neither loses nor repeats it. */
  readonly item: Omit<FeedItem, 'articleId'>
}

/** What the archive remembers of a file, so that an unchanged file is not read again. */
export interface FileRecord {
  /** Relative to the articles folder, '/' between the parts. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Epoch milliseconds, fractions kept as the file system gives them. */
  readonly modifiedAt: number
  /** Hash of the bytes. */
  readonly hash: string
  /** Absent where the file could not be read as an article. */
  readonly articleId?: string
}

/**
 * The stems by which an article is found again, in reading order, each one token of [\p{L}\p{N}]. Stop words
 * are included, so that phrases match.
 */
export interface IndexTerms {
  readonly title: readonly string[]
  readonly standfirst: readonly string[]
  readonly text: readonly string[]
  /** One list for each statement number of the analysis: the stems of all its pieces. */
  readonly statements: readonly (readonly string[])[]
  /** Its different words as they are written, for suggestions of spelling. */
  readonly words: readonly WrittenWord[]
}

/** A post that an article causes. Several of one channel make one delivery: the one that comes first. */
export interface NewDelivery {
  readonly channel: string
  readonly follows: readonly string[]
  /** Absent: at once. */
  readonly plan?: Plan
}

/** When an article is posted. */
export interface Plan {
  /** Epoch milliseconds; absent: at once. */
  readonly at?: number
  /** Together with the others of the channel that are planned for the same moment. */
  readonly isDigest: boolean
  /** So many posts outside of digests at most for each of the follows since a moment; beyond, it waits for a digest. */
  readonly limit?: { readonly most: number; readonly since: number; readonly digestAt: number }
}

/** All that is written, in one transaction, when an article arrives. */
export interface Entry {
  readonly article: Article
  readonly analysis: Analysis
  readonly terms: IndexTerms
  /** By what it finds the others that tell of the same event; absent: it is told alone. */
  readonly story?: StorySignature
  readonly origin: Origin | FeedOrigin
  /** Written with the article, so that a killed process neither loses nor repeats it. */
  readonly file?: FileRecord
  /**
   * Posts to make where the follow's server sees the article and did not before; the others are left out, as are
   * follows that no longer exist or are paused. A delivery of which none is left is not made, nor one into a channel
   * where its story was told already: that message is edited instead (see Edits).
   */
  readonly deliveries: readonly NewDelivery[]
  /** Epoch milliseconds of this keeping. */
  readonly at: number
}

/**
 * What `keep` did. Only `new` causes deliveries. `updated`: title, text, standfirst, publisher, url, author or
 * language differ from before, or the article was withdrawn; `publishedAt` and `firstSeenAt` stay.
 * `unchanged`: none of these, though its origin, file or analysis may have been written anew.
 */
export type Kept = 'new' | 'updated' | 'unchanged'

/** One line of a list of articles. */
export interface Head {
  readonly id: string
  readonly url?: string
  readonly title: string
  readonly publisher: string
  readonly author?: string
  readonly publishedAt: number
  readonly firstSeenAt: number
  /** The best sentence, verbatim; absent where no sentence is fit. */
  readonly gist?: string
  /** Epoch milliseconds at which title or text last changed; absent while they never did. */
  readonly correctedAt?: number
}

/** An article with everything that is known of it. */
export interface StoredArticle {
  readonly article: Article
  readonly analysis: Analysis
  readonly correctedAt?: number
}

/** One statement of one article: all pieces together. */
export interface Statement {
  readonly article: Head
  /** Number within the article. */
  readonly number: number
  /** Most direct kind among the pieces. */
  readonly kind: QuoteKind
  /** The pieces, verbatim, marks included, in reading order. */
  readonly pieces: readonly string[]
  /** The sentences in which the pieces stand, verbatim; " … " where sentences between them are left out. */
  readonly context: string
  readonly speaker?: {
    readonly name: string
    readonly role?: string
    readonly confidence: number
    /** Where the article gives only a surname: the one person of that name among all that the viewer sees. */
    readonly fullName?: string
  }
  /** Opens the article's page at the first piece; absent where the article has no address. */
  readonly link?: string
  /** Other articles that carry the same words; absent if there are none. */
  readonly alsoIn?: Carriers
}

/** Articles that carry a statement. */
export interface Carriers {
  /** The earliest, at most ten, the first to carry it first. */
  readonly first: readonly Carrier[]
  readonly total: number
}

/** An article that carries a statement, and whom it names as its speaker. */
export interface Carrier {
  readonly article: Head
  readonly speaker?: { readonly name: string; readonly confidence: number }
}

/** A page of a list, and how many there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

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

/** Which part of a list is wanted. */
export interface Window {
  /** How many to pass over. */
  readonly offset: number
  /** How many at most. */
  readonly limit: number
}

/** Which articles: all conditions together. */
export interface ArticleFilter {
  readonly viewer: Viewer
  /** Over title, standfirst and text; a phrase stands within one of them. */
  readonly about?: Expression
  /** Name of the publisher, compared without case and diacritics. */
  readonly publisher?: string
  /** Published at or after, epoch milliseconds. */
  readonly since?: number
  /** Published before, epoch milliseconds. */
  readonly before?: number
  /** With a statement by somebody who is called so (as `StatementFilter.speaker`) and surely made it. */
  readonly speaker?: string
}

/** Which articles, and how they are ranked. */
export interface SearchFilter extends ArticleFilter {
  readonly about: Expression
  /**
   * Epoch milliseconds. A match counts for more the newer the article is at this moment: half as much again for what is
   * published now, a quarter after a half-life of 90 days, and so on. Absent: words alone count.
   */
  readonly now?: number
}

/**
 * Which statements: all conditions together. Newest article first, reading order within. Where one of speaker, about
 * and words is asked for, a statement that several articles carry is given once, from the first of those that fit.
 */
export interface StatementFilter {
  readonly viewer: Viewer
  /**
   * Words that must all begin words of the speaker's name: "rubio" finds "Marco Rubio". Case, diacritics and
   * initials beside other words don't count. Finds nothing if there is no letter or digit in it. Who is found by
   * a full name is also found where an article gives only the surname, if nobody else bears it.
   */
  readonly speaker?: string
  /** Over the statement's own words and those of the article's title. */
  readonly about?: Expression
  /**
   * Stems of the statement. `phrase`: in this very order. `near`: at least half of the different ones,
   * anywhere; best match first (rare stems count more than common ones) instead of newest first.
   */
  readonly words?: { readonly stems: readonly string[]; readonly match: 'phrase' | 'near' }
  readonly publisher?: string
  readonly since?: number
  readonly kinds?: readonly QuoteKind[]
  /** Leave out speakers below this confidence. Means nothing where no `speaker` is asked for. */
  readonly minConfidence?: number
}

/** Whose statements make a timeline, and which of them: conditions as of `StatementFilter`. */
export type TimelineFilter = Omit<StatementFilter, 'words' | 'speaker'> & { readonly speaker: string }

/** What a speaker said on one day. */
export interface TimelineDay {
  /** Epoch milliseconds at which the UTC day begins. */
  readonly startsAt: number
  /** Statements that were first carried on this day. */
  readonly statements: number
  /** What the articles of its surest statements are about, what most share first; at most three, as they write it. */
  readonly topics: readonly string[]
  /** The surest of those that are quoted and long enough to tell something; else the longest. */
  readonly quote: Statement
}

/** A page of days, the newest first. */
export interface Timeline extends Page<TimelineDay> {
  /** Statements of all days together. */
  readonly statements: number
}

/** An article that is about some of the same. */
export interface Sharing {
  readonly head: Head
  /** Sum over what is shared: the wanted weight times the article's own. */
  readonly score: number
  /** What is shared, as this article writes it, by its weight there. */
  readonly shared: readonly Subject[]
}

/** A stretch of time, and the days before with which it is compared. Epoch milliseconds. */
export interface TrendSpan {
  readonly viewer: Viewer
  readonly kind: SubjectKind
  /** Counted from here, to the millisecond. */
  readonly since: number
  /** To the end of the UTC day in which this lies. */
  readonly until: number
  /** Whole UTC days before the one in which `since` lies. */
  readonly pastDays: number
  /** Subjects with fewer articles since then are left out. */
  readonly least: number
}

/** Which days, and for whom. */
export interface DaySpan {
  readonly viewer: Viewer
  /** Epoch milliseconds within the last day. */
  readonly until: number
  readonly days: number
}

/**
 * What is kept and found again. Every method is one transaction: it happens whole or not at all, also when
 * the process is killed. Times are epoch milliseconds; ids are strings. Methods reject with an Error naming
 * the database and the cause when it cannot be read or written.
 */
export interface Archive extends Follows, Deliveries, Edits, KeyValues, Feeds {
  /**
   * Writes an article, its analysis, its index and the deliveries it causes. Safe to repeat. A file holds one
   * article: the one that `entry.file` held before, if another, loses this origin as by `withdraw`. An entry of a
   * feed that nobody has any more is not kept.
   */
  keep(entry: Entry): Promise<Kept>
  /**
   * Takes an origin away. An article without origins is withdrawn: no longer found, its unsent deliveries dropped
   * until it returns.
   * @returns the ids of the articles withdrawn by this.
   */
  withdraw(originKey: string, at: number): Promise<readonly string[]>
  /**
   * Deletes articles published and first seen before a moment, oldest first, at most so many; one of which something is
   * still to be posted stays. What is remembered of files and entries stays too, so that none of them returns as news.
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
