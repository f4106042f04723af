import type { Migration } from '../store/migrate.ts'

export const writeDownReceipts: Migration = {
  name: '202611220017-write-down-receipts',
  up(database) {
    database.exec(`
-- Receipts that left, to her, and lists of what is here that left, to whoever asked: each before it was written.
CREATE TABLE receipts (
  id TEXT NOT NULL PRIMARY KEY,
  narrator TEXT NOT NULL REFERENCES narrators,
  way TEXT NOT NULL CHECK (way IN ('saved', 'printed')),
  language TEXT NOT NULL,
  number TEXT NOT NULL,
  files TEXT NOT NULL,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_of_narrator ON receipts (narrator);

CREATE TABLE catalogues (
  id TEXT NOT NULL PRIMARY KEY,
  reach TEXT NOT NULL CHECK (reach IN ('readers', 'anyone')),
  language TEXT NOT NULL,
  files TEXT NOT NULL,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER receipts_never_change BEFORE UPDATE ON receipts
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER receipts_never_go BEFORE DELETE ON receipts
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER catalogues_never_change BEFORE UPDATE ON catalogues
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER catalogues_never_go BEFORE DELETE ON catalogues
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
`)
  },
}
