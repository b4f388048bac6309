/** The step of the schema that brings stories, and edits of what was posted about them. */
export const storiesSchema = `
  CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT
  ) STRICT;
  CREATE TABLE story_members (
    seq INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    story INTEGER NOT NULL REFERENCES stories,
    published_at INTEGER NOT NULL,
    worth INTEGER NOT NULL,
    signature TEXT NOT NULL
  ) STRICT;
  CREATE INDEX story_members_by_story ON story_members (story, published_at, seq, worth);
  CREATE TABLE story_keys (
    key INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, published_at, seq)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE deliveries ADD COLUMN edit_due_at INTEGER;
  ALTER TABLE deliveries ADD COLUMN edit_version INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE deliveries ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE deliveries ADD COLUMN edited_at INTEGER;
  CREATE INDEX open_edits ON deliveries (edit_due_at, id) WHERE edit_due_at IS NOT NULL;
`
