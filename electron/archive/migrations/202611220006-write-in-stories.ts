import type { Migration } from '../store/migrate.ts'

export const writeInStories: Migration = {
  name: '202611220006-write-in-stories',
  up(database) {
    database.exec(`
ALTER TABLE revisions ADD COLUMN author_role TEXT NOT NULL DEFAULT 'archivist' CHECK (author_role IN ('archivist', 'narrator'));
ALTER TABLE revisions ADD COLUMN until TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN name TEXT NOT NULL DEFAULT '';
UPDATE revisions SET until = at;

-- A passage as it stood up to and with revision \`until\`; later ones, and at last the passage itself, say what came after.
CREATE TABLE past_passages (
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL,
  until INTEGER NOT NULL,
  language TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  recording TEXT,
  start_ms REAL,
  end_ms REAL,
  word_times TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (testimony, passage, until)
) STRICT, WITHOUT ROWID;

-- Turns and the order of passages as they stood up to and with revision \`until\`, as JSON: [{id, speaker, passages}].
CREATE TABLE past_orders (
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  until INTEGER NOT NULL,
  turns TEXT NOT NULL,
  PRIMARY KEY (testimony, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE lineage (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('split', 'join')),
  passage TEXT NOT NULL,
  other TEXT NOT NULL,
  at INTEGER NOT NULL CHECK (at >= 0)
) STRICT;
CREATE INDEX lineage_of_passage ON lineage (testimony, passage);
CREATE INDEX lineage_of_other ON lineage (testimony, other);

CREATE TABLE ties (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  kind TEXT NOT NULL CHECK (kind IN ('together', 'neverAlone', 'neverAsTitle')),
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_of_testimony ON ties (testimony, position);

ALTER TABLE ranges RENAME TO ranges_before;
CREATE TABLE ranges (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT REFERENCES labels (id) ON DELETE CASCADE,
  redaction TEXT REFERENCES redactions (id) ON DELETE CASCADE,
  tie TEXT REFERENCES ties (id) ON DELETE CASCADE,
  passage TEXT NOT NULL REFERENCES passages (id),
  start_at INTEGER NOT NULL CHECK (start_at >= 0),
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  start_ms REAL,
  end_ms REAL,
  unresolved INTEGER NOT NULL CHECK (unresolved IN (0, 1)),
  position INTEGER NOT NULL,
  CHECK ((label IS NOT NULL) + (redaction IS NOT NULL) + (tie IS NOT NULL) = 1),
  CHECK (end_at > start_at OR unresolved = 1)
) STRICT, WITHOUT ROWID;
INSERT INTO ranges SELECT id, label, redaction, NULL, passage, start_at, end_at, quote, start_ms, end_ms, unresolved, position FROM ranges_before;
DROP TABLE ranges_before;
CREATE INDEX ranges_in_passage ON ranges (passage);
CREATE INDEX ranges_of_label ON ranges (label, position);
CREATE INDEX ranges_of_redaction ON ranges (redaction, position);
CREATE INDEX ranges_of_tie ON ranges (tie, position);

ALTER TABLE mark_steps RENAME TO mark_steps_before;
CREATE TABLE mark_steps (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  kind TEXT NOT NULL CHECK (kind IN ('label', 'redaction', 'tie')),
  mark TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  at TEXT NOT NULL
) STRICT;
INSERT INTO mark_steps SELECT * FROM mark_steps_before;
DROP TABLE mark_steps_before;
CREATE INDEX mark_steps_of_testimony ON mark_steps (testimony, sequence);

CREATE TABLE sections (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL,
  heading TEXT NOT NULL CHECK (heading <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX sections_of_testimony ON sections (testimony);

-- Whatever others write about her is signed, and she can see and answer all of it: nothing here is private.
CREATE TABLE words_about (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  kind TEXT NOT NULL CHECK (kind IN ('synopsis', 'keyword', 'note', 'description', 'altText')),
  language TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  author TEXT NOT NULL CHECK (author <> ''),
  at TEXT NOT NULL,
  seen TEXT NOT NULL CHECK (seen IN ('no', 'yes', 'disagrees')),
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX words_about_testimony ON words_about (testimony);

CREATE TABLE suggestions (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  why TEXT NOT NULL,
  author TEXT NOT NULL CHECK (author <> ''),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestions_of_testimony ON suggestions (testimony);
`)
  },
}
