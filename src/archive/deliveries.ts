/**
 * pending: to be sent at `dueAt`. sending: a request may be under way. sent: posted, `messageId` known.
 * held: whether it was posted cannot be found out; a person must look. dropped: no longer wanted.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'held' | 'dropped'

/** One article for one channel: the outbox's row. A digest is several of them. */
export interface Delivery {
  /** Ascending in the order of the articles' keeping. */
  readonly id: number
  readonly articleId: string
  readonly channel: string
  /** The follows that matched. */
  readonly follows: readonly string[]
  readonly state: DeliveryState
  /** Failed attempts so far. */
  readonly attempts: number
  /** For when it was planned, epoch milliseconds: a channel's posts go out in this order. */
  readonly plannedAt: number
  /** Goes out in one message with the others of its channel that are planned for the same moment. */
  readonly isDigest: boolean
  /** Epoch milliseconds before which it is not tried. */
  readonly dueAt: number
  /** Epoch milliseconds at which the first request of the current try began; set in state `sending`. */
  readonly sendingAt?: number
  readonly messageId?: string
  /** Last failure in plain words. */
  readonly error?: string
}

/** What goes out as one message: one delivery, or those of a digest. */
export interface Posting extends Delivery {
  /** The deliveries of a digest in the order of their ids, itself (the first when it was claimed) included; absent: it is none. */
  readonly digest?: readonly Delivery[]
}

/** A message that is to be written anew, because what it tells has changed: its story has grown, its article was corrected or withdrawn. */
export interface Edit {
  /** Sent; names the edit. Of a digest the first; its `error` is of the last try. */
  readonly delivery: Delivery
  /** What went out as that message. */
  readonly posting: Posting
  readonly messageId: string
  /** Which wish is fulfilled by this edit: those that come while it is under way are others. */
  readonly version: number
  /** Tries so far, this one included. */
  readonly tries: number
}

/**
 * Messages to edit. `keep` and `withdraw` wish for an edit of what was posted about a story when its articles change, and
 * of what was posted about an article that is corrected, withdrawn or returns, also in a digest. A message is edited at most
 * once a minute and twenty times in all, failed tries included; then it stays as it is, but for a withdrawal and a return,
 * which have five tries of their own. A digest of several articles is not edited when one of their stories grows. Editing is
 * safe to repeat, so that a crash costs nothing. Every method is one transaction.
 */
export interface Edits {
  /** Claims due edits, oldest wish first, as `claimDeliveries` does. */
  claimEdits(claim: Claim): Promise<readonly Edit[]>
  /** The message says what it said when the edit was claimed. */
  settleEdit(edit: Edit, at: number): Promise<void>
  /** Not edited; to be tried again at `dueAt`. */
  putOffEdit(id: number, dueAt: number, error: string): Promise<void>
  /** Can never be edited again: the message was deleted, or the channel is closed. */
  endEdits(id: number, error: string): Promise<void>
}

/** A message of an announcement channel that is to go out to the channels that follow it. */
export interface Publication {
  /** Sent. */
  readonly delivery: Delivery
  readonly messageId: string
  /** Tries so far, this one included. */
  readonly tries: number
}

/**
 * Messages to publish. That one is to be published is written before it is posted, so that no crash forgets it; it is due
 * once the message is. Twenty tries are made; Discord publishes a message once, however often it is asked. Every method is
 * one transaction.
 */
export interface Publications {
  /** Claims due publications, oldest first, as `claimDeliveries` does. A digest has one. */
  claimPublications(claim: Claim): Promise<readonly Publication[]>
  /** Published, or never to be. */
  settlePublication(id: number): Promise<void>
  /** Not published; to be tried again at `dueAt`. */
  putOffPublication(id: number, dueAt: number): Promise<void>
  /** As `putOffPublication`, where it was not Discord's or the network's failure: the try does not count. */
  postponePublication(id: number, dueAt: number): Promise<void>
}

/** How to claim deliveries. */
export interface Claim {
  readonly now: number
  /** The claimed are this claimer's until then; after that anybody may claim them again. */
  readonly leaseUntil: number
  readonly limit: number
}

/** How a posting is about to be sent. */
export interface Sending {
  /** Epoch milliseconds. */
  readonly at: number
  /** Its message is to be published, too. */
  readonly isPublished?: boolean
}

/** How many deliveries there are that somebody may have to look after, by state. */
export type DeliveryCounts = Readonly<Record<'pending' | 'sending' | 'held', number>>

/**
 * The outbox. A posting is named by the id it was claimed with; what happens to it happens to all of its deliveries. Every method is one transaction. What is sent, held or dropped stays so: the methods that say
 * otherwise change nothing then, except that `settleDelivery` always records what was posted.
 */
export interface Deliveries {
  /**
   * Claims at most one posting for each channel: the one that was planned first among those pending or sending, if it
   * is due and nobody holds a lease on it. A channel whose first posting waits gives none, so that order is kept.
   * What is planned for a digest's moment after it was first claimed makes another digest.
   */
  claimDeliveries(claim: Claim): Promise<readonly Posting[]>
  /** Lengthens the leases of postings, edits and publications that are still under way. */
  renewDeliveries(ids: readonly number[], leaseUntil: number): Promise<void>
  /**
   * Set before the request goes out; the first call's `at` stays until the delivery is settled or put off.
   * @returns false if it must not be sent: it was dropped or settled since it was claimed, or another claimer, whose lease
   * began when this one's ended, has begun or given up sending.
   */
  markSending(posting: Pick<Posting, 'id' | 'sendingAt'>, sending: Sending): Promise<boolean>
  /** Posted. Recorded whatever the state: a delivery dropped while its request was under way was sent all the same. */
  settleDelivery(id: number, messageId: string): Promise<void>
  /** Certainly not posted; to be tried again at `dueAt`. Back to `pending`, one attempt more, the lease ends. */
  putOffDelivery(id: number, dueAt: number, error: string): Promise<void>
  /** Unknown whether posted: keeps state `sending` and `sendingAt`, to be looked at again at `dueAt`. The lease ends. */
  doubtDelivery(id: number, dueAt: number, error: string): Promise<void>
  /** Takes it out of the queue for good. */
  endDelivery(id: number, state: 'held' | 'dropped', error: string): Promise<void>
  /** The deliveries that go or went out as one message, by the name of their posting, in the order of their ids. */
  deliveriesOfPosting(id: number): Promise<readonly Delivery[]>
  /** Earliest epoch milliseconds at which `claimDeliveries` may give something; undefined if the outbox is empty. */
  nextDueAt(): Promise<number | undefined>
  deliveryCounts(): Promise<DeliveryCounts>
}
