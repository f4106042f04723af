import type { Migration } from '../store/migrate.ts'

export const keepEvidence: Migration = {
  name: '202611220012-keep-evidence',
  up(database) {
    database.exec(`
-- A scan, a photograph or a sound that shows that she decided something; its bytes lie among the media.
CREATE TABLE evidence_files (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  media TEXT NOT NULL UNIQUE REFERENCES media (name),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_files_of_testimony ON evidence_files (testimony);

-- Where the ledger ends, so that an end that was cut off is missed.
CREATE TABLE ledger_head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO ledger_head (one, sequence, hash) SELECT 1, sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1;
CREATE TRIGGER ledger_head_follows AFTER INSERT ON ledger
BEGIN
  INSERT INTO ledger_head (one, sequence, hash) VALUES (1, new.sequence, new.hash)
    ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash;
END;
CREATE TRIGGER ledger_head_goes_on BEFORE UPDATE ON ledger_head WHEN new.sequence <> old.sequence + 1
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_head_stays BEFORE DELETE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Where the ledger ended when something was given out.
CREATE TABLE ledger_anchors (
  disclosure TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER disclosures_are_anchored AFTER INSERT ON disclosures
BEGIN INSERT INTO ledger_anchors (disclosure, sequence, hash) SELECT new.id, sequence, hash FROM ledger_head; END;
CREATE TRIGGER anchors_never_change BEFORE UPDATE ON ledger_anchors
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER anchors_never_go BEFORE DELETE ON ledger_anchors
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
`)
  },
}
