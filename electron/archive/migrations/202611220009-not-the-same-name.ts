import type { Migration } from '../store/migrate.ts'

export const notTheSameName: Migration = {
  name: '202611220009-not-the-same-name',
  up(database) {
    database.exec(`
-- Longer words in which a name that was taken out is found, and which are somebody else's. Both in plain letters.
CREATE TABLE not_the_same (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  words TEXT NOT NULL CHECK (words <> ''),
  other TEXT NOT NULL CHECK (length(other) > length(words)),
  author TEXT NOT NULL,
  UNIQUE (testimony, words, other)
) STRICT, WITHOUT ROWID;

ALTER TABLE mark_steps RENAME TO mark_steps_before;
CREATE TABLE mark_steps (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  kind TEXT NOT NULL CHECK (kind IN ('label', 'redaction', 'tie', 'notTheSame')),
  mark TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  at TEXT NOT NULL
) STRICT;
INSERT INTO mark_steps SELECT * FROM mark_steps_before;
DROP TABLE mark_steps_before;
CREATE INDEX mark_steps_of_testimony ON mark_steps (testimony, sequence);
`)
  },
}
