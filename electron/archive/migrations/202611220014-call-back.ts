import type { Migration } from '../store/migrate.ts'

export const callBack: Migration = {
  name: '202611220014-call-back',
  up(database) {
    database.exec(`
-- What each passage that was given out is known again by: hashes of runs of its words, none of the words themselves.
CREATE TABLE prints (
  disclosure TEXT NOT NULL,
  number INTEGER NOT NULL,
  passage TEXT NOT NULL,
  start_ms REAL,
  end_ms REAL,
  whole INTEGER,
  telling INTEGER NOT NULL CHECK (telling IN (0, 1)),
  runs BLOB NOT NULL,
  PRIMARY KEY (disclosure, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER prints_never_change BEFORE UPDATE ON prints
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;

CREATE TABLE recalls (
  id TEXT NOT NULL PRIMARY KEY,
  disclosure TEXT NOT NULL REFERENCES disclosures (id),
  passages TEXT NOT NULL,
  salt BLOB NOT NULL,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL
) STRICT;
CREATE INDEX recalls_of_disclosure ON recalls (disclosure);
CREATE TRIGGER recalls_never_change BEFORE UPDATE ON recalls
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;
CREATE TRIGGER recalls_never_go BEFORE DELETE ON recalls
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;

CREATE TABLE recall_steps (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  recall TEXT NOT NULL REFERENCES recalls (id),
  kind TEXT NOT NULL CHECK (kind IN ('begun', 'letBe', 'letterSaved', 'letterPrinted', 'fileSaved', 'replacementSaved',
    'sent', 'confirmed', 'refused', 'unreachable')),
  on_day TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  note TEXT NOT NULL,
  files TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX recall_steps_of_recall ON recall_steps (recall, sequence);
CREATE TRIGGER recall_steps_never_change BEFORE UPDATE ON recall_steps
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;
CREATE TRIGGER recall_steps_never_go BEFORE DELETE ON recall_steps
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;

-- Made once; each reference has a key of its own from it, so that two exports do not tell that they are of one archive.
CREATE TABLE recall_key (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  secret BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- What others have called back, as their files say it. Nothing of it is brought in here.
CREATE TABLE recall_list (
  id TEXT NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL
) STRICT;

-- What is on the list but does not count any more, or counts again: the last one holds.
CREATE TABLE recall_lifts (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  lifted INTEGER NOT NULL CHECK (lifted IN (0, 1)),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL
) STRICT;
CREATE TRIGGER recall_lifts_never_change BEFORE UPDATE ON recall_lifts
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;
CREATE TRIGGER recall_lifts_never_go BEFORE DELETE ON recall_lifts
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;
`)
  },
}
