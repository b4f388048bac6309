/** The first step of `schemaSteps`: articles, who sees them, what finds them, follows and the outbox. */
export const firstSchema = `
CREATE TABLE articles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  author TEXT,
  language TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  corrected_at INTEGER,
  withdrawn_at INTEGER,
  gist TEXT
) STRICT;
CREATE INDEX articles_by_url ON articles (url, published_at DESC, seq DESC) WHERE url IS NOT NULL;

CREATE TABLE bodies (
  seq INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  standfirst TEXT,
  text TEXT NOT NULL,
  analysis TEXT NOT NULL
) STRICT;

CREATE TABLE origins (
  key TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  server TEXT,
  PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_by_article ON origins (seq);

CREATE TABLE audience (
  seq INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  scope TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  publisher_key TEXT NOT NULL,
  PRIMARY KEY (seq, scope)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_by_date ON audience (scope, published_at DESC, seq DESC, publisher_key);
CREATE INDEX audience_by_publisher ON audience (scope, publisher_key, published_at DESC, seq DESC);

CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  seq INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker INTEGER REFERENCES speakers,
  confidence REAL,
  UNIQUE (seq, number)
) STRICT;
CREATE INDEX statements_by_speaker ON statements
  (speaker, published_at DESC, seq DESC, number, confidence, kind) WHERE speaker IS NOT NULL;

CREATE TABLE statement_bodies (
  statement INTEGER PRIMARY KEY REFERENCES statements ON DELETE CASCADE,
  role TEXT,
  pieces TEXT NOT NULL,
  context TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE article_words USING fts5
  (title, standfirst, text, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE statement_words USING fts5
  (words, title, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE title_words USING fts5
  (words, content='', contentless_delete=1, tokenize='ascii', detail='none', prefix='1 2 3');
CREATE VIRTUAL TABLE speaker_words USING fts5
  (words, content='', contentless_delete=1, tokenize='ascii', detail='none', prefix='1 2 3');

CREATE TABLE scope_tallies (
  scope TEXT PRIMARY KEY,
  articles INTEGER NOT NULL,
  statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker_tallies (
  scope TEXT NOT NULL,
  speaker INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (scope, speaker)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_tallies_by_count ON speaker_tallies (scope, statements DESC, speaker);
CREATE TABLE publisher_tallies (
  scope TEXT NOT NULL,
  publisher_key TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (scope, publisher_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified_at REAL NOT NULL,
  hash TEXT NOT NULL,
  article_id TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE marks (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE key_values (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX key_values_by_expiry ON key_values (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE follows (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  server TEXT NOT NULL,
  channel TEXT NOT NULL,
  about TEXT,
  speaker TEXT,
  publisher TEXT,
  exclude TEXT,
  mention TEXT,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  paused TEXT
) STRICT;
CREATE INDEX follows_by_server ON follows (server, created_at, position);
CREATE INDEX follows_by_channel ON follows (channel);

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'held', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  sending_at INTEGER,
  lease_until INTEGER,
  message_id TEXT,
  error TEXT,
  UNIQUE (article_id, channel)
) STRICT;
CREATE INDEX open_deliveries ON deliveries (channel, id) WHERE state IN ('pending', 'sending');

CREATE TABLE delivery_follows (
  delivery INTEGER NOT NULL REFERENCES deliveries ON DELETE CASCADE,
  follow TEXT NOT NULL,
  PRIMARY KEY (delivery, follow)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_follows_by_follow ON delivery_follows (follow);
`
