import type { Migration } from '../store/migrate.ts'

export const widenTheLedger: Migration = {
  name: '202611220010-widen-the-ledger',
  up(database) {
    database.exec(`
-- What kinds of entries there are is for the program to say; that none changes or goes is for the database.
ALTER TABLE ledger_signatures RENAME TO ledger_signatures_before;
ALTER TABLE ledger RENAME TO ledger_before;
CREATE TABLE ledger (
  sequence INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  narrator TEXT NOT NULL REFERENCES narrators,
  certainty TEXT NOT NULL CHECK (certainty IN ('signed', 'attested')),
  by_whom TEXT NOT NULL,
  evidence TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO ledger SELECT sequence, id, testimony, narrator, certainty, by_whom, evidence, at, kind, body, previous, hash
  FROM ledger_before ORDER BY sequence;
CREATE TABLE ledger_signatures (
  entry TEXT NOT NULL PRIMARY KEY REFERENCES ledger (id),
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO ledger_signatures SELECT entry, key, signature FROM ledger_signatures_before;
DROP TABLE ledger_signatures_before;
DROP TRIGGER ledger_never_shrinks;
DROP TABLE ledger_before;
CREATE INDEX ledger_of_testimony ON ledger (testimony, sequence);
CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_only_grows BEFORE INSERT ON ledger
WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger)
  OR new.previous <> coalesce((SELECT hash FROM ledger ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
CREATE TRIGGER signatures_never_change BEFORE UPDATE ON ledger_signatures
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER signatures_never_go BEFORE DELETE ON ledger_signatures
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
`)
  },
}
