import type { Migration } from '../store/migrate.ts'

export const keepTestimonies: Migration = {
  name: '202611220001-keep-testimonies',
  up(database) {
    database.exec(`
CREATE TABLE archive (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  archivist TEXT NOT NULL,
  media_recipient TEXT NOT NULL,
  media_identity TEXT NOT NULL,
  latest_moment TEXT NOT NULL
) STRICT;

CREATE TABLE narrators (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  existence TEXT NOT NULL CHECK (existence IN ('byName', 'byPseudonym', 'countedOnly', 'notCounted'))
) STRICT;
CREATE TABLE narrator_names (
  narrator TEXT NOT NULL REFERENCES narrators,
  reach TEXT NOT NULL CHECK (reach IN ('narrator', 'archive', 'circle', 'readers', 'anyone')),
  name TEXT NOT NULL,
  PRIMARY KEY (narrator, reach)
) STRICT, WITHOUT ROWID;
CREATE TABLE refused_words (
  narrator TEXT NOT NULL REFERENCES narrators,
  position INTEGER NOT NULL,
  word TEXT NOT NULL CHECK (word <> ''),
  instead TEXT NOT NULL,
  PRIMARY KEY (narrator, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE testimonies (
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  narrator TEXT NOT NULL REFERENCES narrators,
  title TEXT NOT NULL,
  title_by TEXT NOT NULL CHECK (title_by IN ('narrator', 'archivist')),
  language TEXT NOT NULL,
  source_sha256 TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX testimonies_of_narrator ON testimonies (narrator);
CREATE INDEX testimonies_by_source ON testimonies (source_sha256);

CREATE TABLE revisions (
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  number INTEGER NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (testimony, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE speakers (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('narrator', 'interviewer', 'other'))
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_of_testimony ON speakers (testimony, position);

CREATE TABLE media (
  name TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('recording', 'rendition')),
  header BLOB NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  type TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE recordings (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  media TEXT NOT NULL UNIQUE REFERENCES media (name),
  sitting INTEGER NOT NULL,
  format TEXT NOT NULL,
  duration_ms REAL NOT NULL,
  channels INTEGER NOT NULL,
  sample_rate INTEGER NOT NULL,
  peaks BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX recordings_of_testimony ON recordings (testimony, sitting);
CREATE TRIGGER masters_stay BEFORE UPDATE ON media
BEGIN SELECT RAISE(ABORT, 'a master is never altered'); END;

-- place is the testimony's number << 16 | its sequence in the telling, so that a filter needs no join.
CREATE TABLE turns (
  place INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  speaker TEXT NOT NULL REFERENCES speakers (id)
) STRICT;
CREATE TABLE passages (
  place INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  turn_place INTEGER NOT NULL REFERENCES turns (place),
  role TEXT NOT NULL CHECK (role IN ('narrator', 'interviewer', 'other')),
  language TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  words INTEGER NOT NULL,
  recording TEXT REFERENCES recordings (id),
  start_ms REAL,
  end_ms REAL,
  word_times TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE passage_words USING fts5 (
  text, content = '', detail = full, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1);
`)
  },
}
