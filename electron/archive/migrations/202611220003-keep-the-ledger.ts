import type { Migration } from '../store/migrate.ts'

export const keepTheLedger: Migration = {
  name: '202611220003-keep-the-ledger',
  up(database) {
    database.exec(`
CREATE TABLE ledger (
  sequence INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  narrator TEXT NOT NULL REFERENCES narrators,
  certainty TEXT NOT NULL CHECK (certainty IN ('signed', 'attested')),
  by_whom TEXT NOT NULL,
  evidence TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('consent', 'reviewed', 'coolingOffWaived', 'signOff')),
  body TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX ledger_of_testimony ON ledger (testimony, sequence);
CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_only_grows BEFORE INSERT ON ledger
WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger)
  OR new.previous <> coalesce((SELECT hash FROM ledger ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
`)
  },
}
