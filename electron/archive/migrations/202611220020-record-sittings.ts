import type { Migration } from '../store/migrate.ts'

export const recordSittings: Migration = {
  name: '202611220020-record-sittings',
  up(database) {
    database.exec(`
-- A sitting that is being recorded, or was and is not in its story yet. Its secret key is here and nowhere else: with the
-- row goes whatever of the sound is left anywhere.
CREATE TABLE takes (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  sitting INTEGER NOT NULL,
  file TEXT NOT NULL UNIQUE,
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  secret_key BLOB NOT NULL CHECK (length(secret_key) = 32),
  codec TEXT NOT NULL CHECK (codec IN ('pcm', 'opus')),
  sample_rate INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  began_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX takes_of_testimony ON takes (testimony);

-- Where sound is missing in a recording, in milliseconds from its start.
CREATE TABLE recording_gaps (
  recording TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  kind TEXT NOT NULL,
  lasted_ms REAL,
  PRIMARY KEY (recording, position)
) STRICT, WITHOUT ROWID;

-- What was marked while it was made: a question that was before her, a consent that she spoke.
CREATE TABLE recording_marks (
  recording TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  end_ms REAL,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'consent')),
  words TEXT NOT NULL,
  PRIMARY KEY (recording, position)
) STRICT, WITHOUT ROWID;

-- What she said off the record and had sealed: its file opens to her key and to no other.
CREATE TABLE off_record (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  file TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  codec TEXT NOT NULL CHECK (codec IN ('pcm', 'opus')),
  sample_rate INTEGER NOT NULL,
  channels INTEGER NOT NULL,
  duration_ms REAL NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX off_record_of_testimony ON off_record (testimony);

-- The archive's own questions, as cards for a sitting.
CREATE TABLE own_questions (
  id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  words TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`)
  },
}
