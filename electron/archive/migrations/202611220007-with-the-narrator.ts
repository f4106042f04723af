import type { Migration } from '../store/migrate.ts'

export const withTheNarrator: Migration = {
  name: '202611220007-with-the-narrator',
  up(database) {
    database.exec(`
-- What is taken out of the index leaves no words in its blocks.
INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1);

ALTER TABLE narrators ADD COLUMN colour INTEGER NOT NULL DEFAULT 1 CHECK (colour BETWEEN 1 AND 8);

-- Her key pairs. The public halves stay when she does away with her passphrase, so that what she signed can be checked;
-- the secret halves are wrapped by her passphrase and go with it.
CREATE TABLE narrator_keys (
  id TEXT NOT NULL PRIMARY KEY,
  narrator TEXT NOT NULL REFERENCES narrators,
  signing_public BLOB NOT NULL,
  sealing_public BLOB NOT NULL,
  wrapped BLOB,
  salt BLOB,
  passes INTEGER NOT NULL,
  memory INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((wrapped IS NULL) = (salt IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX narrator_keys_of_narrator ON narrator_keys (narrator);
CREATE UNIQUE INDEX one_key_in_use ON narrator_keys (narrator) WHERE wrapped IS NOT NULL;

CREATE TABLE ledger_signatures (
  entry TEXT NOT NULL PRIMARY KEY REFERENCES ledger (id),
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER signatures_never_change BEFORE UPDATE ON ledger_signatures
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER signatures_never_go BEFORE DELETE ON ledger_signatures
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Text, word times, marks and past of a passage, encrypted to the sealing key of its narrator alone.
CREATE TABLE seals (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  box BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seals_of_testimony ON seals (testimony);

CREATE TABLE looks (
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL,
  look TEXT NOT NULL CHECK (look IN ('heard', 'right', 'later')),
  at TEXT NOT NULL,
  PRIMARY KEY (testimony, passage, look)
) STRICT, WITHOUT ROWID;

CREATE TABLE spoken_answers (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT,
  media TEXT NOT NULL UNIQUE REFERENCES media (name),
  duration_ms REAL NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX spoken_answers_of_testimony ON spoken_answers (testimony);

-- One row in a take-home copy: whose it is, where it came from, and to whom decisions are sealed.
CREATE TABLE copy_of (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  archive TEXT NOT NULL,
  narrator TEXT NOT NULL REFERENCES narrators,
  recipient TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  ledger_sequence INTEGER NOT NULL,
  base TEXT NOT NULL
) STRICT;

-- Copies that were taken, and decisions that came back, each taken once.
CREATE TABLE copies_taken (
  id TEXT NOT NULL PRIMARY KEY,
  narrator TEXT NOT NULL REFERENCES narrators,
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE decisions_taken (
  id TEXT NOT NULL PRIMARY KEY,
  narrator TEXT NOT NULL REFERENCES narrators,
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`)
  },
}
