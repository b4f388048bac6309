import { firstSchema } from './first-schema.ts'
import { storiesSchema } from './stories-schema.ts'

/**
 * The database's steps from empty to today, oldest first; the file's `user_version` counts how many it has
 * had. A step that was released is never edited: a change is a new step.
 *
 * - `articles` and `statements` are narrow, so that searching reads few pages; `bodies` and `statement_bodies`
 *   hold what is only read of the few that are shown.
 * - `audience` says who finds an article: one row for each scope (see scopes.ts), none once withdrawn. It
 *   repeats date and publisher, so that lists come ordered out of one index.
 * - The FTS tables hold terms only (`content=''`). Their tokenizer is `ascii`, which takes every character
 *   beyond ASCII as part of a word: what is one term outside is one token inside (see fts-query.ts).
 * - `feed_owners.server` is empty where the feed is open to all; `feed_items` has one row for each key of an entry.
 * - `surnames` says by which forms of their surnames an article's people may be called; `used`: it calls them so itself.
 * - Statements of several articles that are the same words share an `utterance`; `statement_prints` finds them.
 * - `deliveries.posting` names the deliveries that go out as one message, from their first claim on.
 * - `vocabulary` holds words as they are written, `word_pieces` finds those that look alike; `further_stems` are what a word has
 *   in other languages than the one in which it came first.
 * - `subjects` are what an article is about: its keywords and its people; `day_tallies` and `subject_tallies` count
 *   articles by UTC day.
 * - Articles about one event share a story (`story_members`); `story_keys` finds them. A story has one article at least.
 * - `deliveries.edit_due_at`: the message is to be written anew; `edit_version` counts the wishes, `edits` the tries.
 * - `deliveries.publish_due_at`: the message is to be published from its announcement channel; `publish_tries` counts.
 * - `articles.given_up`: what is withdrawn went with a feed that somebody gave up, and was not taken back.
 * - `latest_by_block`: when the latest of 512 articles, or 2,048 statements, that arrived one after the other was
 *   published, in each scope.
 * - `*_tallies` are counts by scope, so that autocomplete and totals need not count.
 */
export const schemaSteps: readonly string[] = [
  firstSchema,
  `
  CREATE TABLE feeds (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    moved_to TEXT,
    title TEXT,
    etag TEXT,
    last_modified TEXT,
    next_read_at INTEGER NOT NULL,
    read_at INTEGER,
    news_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    error TEXT,
    disabled TEXT,
    loaded INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feeds_by_time ON feeds (next_read_at) WHERE disabled IS NULL;

  CREATE TABLE feed_owners (
    feed TEXT NOT NULL REFERENCES feeds ON DELETE CASCADE,
    server TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (feed, server)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feed_owners_by_server ON feed_owners (server);

  CREATE TABLE feed_items (
    feed TEXT NOT NULL REFERENCES feeds ON DELETE CASCADE,
    key TEXT NOT NULL,
    hash TEXT NOT NULL,
    article_id TEXT,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE statements ADD COLUMN utterance INTEGER;
  DROP INDEX statements_by_speaker;
  CREATE INDEX statements_by_speaker ON statements
    (speaker, published_at DESC, seq DESC, number, confidence, kind, utterance) WHERE speaker IS NOT NULL;
  CREATE INDEX statements_by_utterance ON statements (utterance) WHERE utterance IS NOT NULL;

  CREATE TABLE statement_prints (
    print INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    PRIMARY KEY (print, statement)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE surnames (
    seq INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (seq, form, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE surname_tallies (
    scope TEXT NOT NULL,
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    articles INTEGER NOT NULL,
    used INTEGER NOT NULL,
    PRIMARY KEY (scope, form, name)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE feeds ADD COLUMN held_until INTEGER;
  `,
  `
  ALTER TABLE feeds ADD COLUMN wishes TEXT;
  `,
  `
  ALTER TABLE follows RENAME COLUMN server TO owner;
  ALTER TABLE follows ADD COLUMN terms TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE follows ADD COLUMN pause_cause TEXT;
  UPDATE follows SET pause_cause =
    CASE WHEN paused = 'The bot was removed from this server.' THEN 'left' ELSE 'closed' END
  WHERE paused IS NOT NULL;

  CREATE TABLE departures (
    server TEXT PRIMARY KEY,
    left_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE deliveries ADD COLUMN planned_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE deliveries ADD COLUMN is_digest INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE deliveries ADD COLUMN posting INTEGER;
  DROP INDEX open_deliveries;
  CREATE INDEX open_deliveries ON deliveries (planned_at, id, channel) WHERE state IN ('pending', 'sending');
  CREATE INDEX open_deliveries_by_channel ON deliveries (channel, planned_at, id) WHERE state IN ('pending', 'sending');
  CREATE INDEX deliveries_by_posting ON deliveries (posting) WHERE posting IS NOT NULL;
  `,
  `
  CREATE INDEX articles_by_age ON articles (published_at);
  CREATE INDEX held_deliveries ON deliveries (id) WHERE state = 'held';
  `,
  `
  CREATE TABLE vocabulary (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    stem TEXT NOT NULL
  ) STRICT;
  CREATE TABLE word_pieces (
    piece TEXT NOT NULL,
    word INTEGER NOT NULL REFERENCES vocabulary,
    pieces INTEGER NOT NULL,
    PRIMARY KEY (piece, word)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE subjects (
    seq INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (seq, kind, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subjects_by_key ON subjects (kind, key, seq DESC, weight);

  CREATE TABLE day_tallies (
    scope TEXT NOT NULL,
    day INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (scope, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE subject_tallies (
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    day INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (scope, kind, key, day)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subject_tallies_by_day ON subject_tallies (scope, kind, day, key, articles);
  `,
  storiesSchema,
  // What was kept before days were counted is counted now: else taking it out would leave less than nothing.
  `
  DELETE FROM day_tallies;
  INSERT INTO day_tallies (scope, day, articles)
    SELECT scope, published_at / 86400000, COUNT(*) FROM audience GROUP BY scope, published_at / 86400000;
  `,
  `
  ALTER TABLE deliveries ADD COLUMN publish_due_at INTEGER;
  ALTER TABLE deliveries ADD COLUMN publish_tries INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX open_publications ON deliveries (publish_due_at, id) WHERE publish_due_at IS NOT NULL;
  `,
  `
  CREATE TABLE further_stems (
    word INTEGER NOT NULL REFERENCES vocabulary,
    stem TEXT NOT NULL,
    PRIMARY KEY (word, stem)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE articles ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0;
  `,
  `
  CREATE TABLE latest_by_block (
    scope TEXT NOT NULL,
    list TEXT NOT NULL,
    block INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    PRIMARY KEY (scope, list, block)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX latest_by_block_by_date ON latest_by_block (scope, list, latest, block);
  INSERT INTO latest_by_block (scope, list, block, latest)
    SELECT scope, 'articles', seq / 512, MAX(published_at) FROM audience GROUP BY scope, seq / 512;
  INSERT INTO latest_by_block (scope, list, block, latest)
    SELECT v.scope, 'statements', s.id / 2048, MAX(v.published_at)
    FROM audience v JOIN statements s ON s.seq = v.seq GROUP BY v.scope, s.id / 2048;
  `,
]

/** The full-text tables: their own integrity check says whether they are sound. */
export const ftsTables = ['article_words', 'statement_words', 'title_words', 'speaker_words'] as const
