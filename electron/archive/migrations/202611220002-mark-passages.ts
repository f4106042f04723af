import type { Migration } from '../store/migrate.ts'

export const markPassages: Migration = {
  name: '202611220002-mark-passages',
  up(database) {
    database.exec(`
CREATE TABLE labels (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  words TEXT NOT NULL CHECK (words <> ''),
  language TEXT NOT NULL,
  meaning TEXT NOT NULL,
  asserted_by TEXT NOT NULL CHECK (asserted_by IN ('narrator', 'archivist', 'court', 'police', 'organisation', 'press')),
  stance TEXT NOT NULL CHECK (stance IN ('none', 'mine', 'notMine', 'contested', 'onlyHere', 'doNotShow')),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
  author TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX labels_of_testimony ON labels (testimony, position);

CREATE TABLE redactions (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  thing TEXT NOT NULL CHECK (thing IN ('name', 'place', 'employer', 'voice', 'passage', 'other')),
  reach TEXT NOT NULL CHECK (reach IN ('narrator', 'archive', 'circle', 'readers', 'anyone')),
  way TEXT NOT NULL CHECK (way IN ('removed', 'pseudonym', 'vaguer', 'silence')),
  replacement TEXT NOT NULL,
  why TEXT NOT NULL,
  author TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX redactions_of_testimony ON redactions (testimony, position);

-- Offsets are grapheme-safe UTF-16 into the passage's text; a range belongs to one mark.
CREATE TABLE ranges (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT REFERENCES labels (id) ON DELETE CASCADE,
  redaction TEXT REFERENCES redactions (id) ON DELETE CASCADE,
  passage TEXT NOT NULL REFERENCES passages (id),
  start_at INTEGER NOT NULL CHECK (start_at >= 0),
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  start_ms REAL,
  end_ms REAL,
  unresolved INTEGER NOT NULL CHECK (unresolved IN (0, 1)),
  position INTEGER NOT NULL,
  CHECK ((label IS NULL) <> (redaction IS NULL)),
  CHECK (end_at > start_at OR unresolved = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX ranges_of_label ON ranges (label, position);
CREATE INDEX ranges_of_redaction ON ranges (redaction, position);
CREATE INDEX ranges_in_passage ON ranges (passage);

-- Steps of marking, for undo: the mark as it was and as it became, JSON; null where there was none.
CREATE TABLE mark_steps (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  kind TEXT NOT NULL CHECK (kind IN ('label', 'redaction')),
  mark TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX mark_steps_of_testimony ON mark_steps (testimony, sequence);
`)
  },
}
