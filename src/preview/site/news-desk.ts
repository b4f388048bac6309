/** A file or pasted text as it was given. */
export interface GivenNews {
  /** With its ending, by which it is read; a feed may be called anything. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A stretch of a text, as `text.slice(start, end)` takes it. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A quote in an examined text, and why its speaker won. */
export interface ExaminedQuote extends Stretch {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** Pieces of one statement share it. */
  readonly statement: number
  /** Canonical name; absent where the text names nobody. */
  readonly speaker?: string
  /** The words that name the speaker here. */
  readonly as?: Stretch
  /** The reporting words. */
  readonly cue?: Stretch
  /** Whether the attribution is too unsure to be shown without "perhaps". */
  readonly unsure: boolean
  /** Who may have said it, likeliest first; an empty name is nobody. Chances are 0 to 1. */
  readonly candidates: readonly { readonly name: string; readonly chance: number }[]
  /** What speaks for the first, in plain words. */
  readonly reasons: readonly string[]
}

/** An article as it was read and understood. */
export interface ExaminedArticle {
  readonly title: string
  readonly publisher: string
  readonly url?: string
  readonly author?: string
  /** Epoch milliseconds. */
  readonly publishedAt?: number
  readonly standfirst?: string
  readonly text: string
  readonly sentences: readonly Stretch[]
  /** Indexes of the sentences of a summary. */
  readonly summary: readonly number[]
  readonly keywords: readonly { readonly term: string; readonly weight: number }[]
  readonly people: readonly { readonly name: string; readonly mentions: number }[]
  readonly quotes: readonly ExaminedQuote[]
  /** Milliseconds that reading and understanding took together. */
  readonly tookMs: number
}

/** What keeping an article came to. */
export interface KeptNews {
  readonly kept: 'new' | 'updated' | 'unchanged'
  /** Ids of the channels in which it is posted or will be. */
  readonly channels: readonly string[]
}

/** An article that can be put into the archive. */
export interface OfferedArticle {
  readonly article: ExaminedArticle
  /** Keeps it, and has it posted where it is followed. */
  readonly keep: () => Promise<KeptNews>
}

/** An examined article, and the key by which it can be kept. */
export interface OfferView {
  readonly key: string
  readonly article: ExaminedArticle
}

/** What the page's newsroom works with; given by whoever starts the preview, which knows nothing of articles itself. */
export interface NewsDesk {
  /**
   * Reads and understands an article file, or the newest entries of a feed.
   * @throws Error saying in plain words what is wrong with it.
   */
  readonly examine: (given: GivenNews) => Promise<readonly OfferedArticle[]>
}
