import type { Migration } from '../store/migrate.ts'

export const rememberBackups: Migration = {
  name: '202611220031-remember-backups',
  up(database) {
    database.exec(`
-- Backups that were made and read back whole, and when one was last opened as a restore would open it.
CREATE TABLE backups (
  id TEXT NOT NULL PRIMARY KEY,
  root TEXT NOT NULL,
  made_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  from_medium INTEGER NOT NULL CHECK (from_medium IN (0, 1)),
  checked_at TEXT,
  checked_from_medium INTEGER CHECK (checked_from_medium IN (0, 1))
) STRICT, WITHOUT ROWID;

-- How many are kept, and after how many days the shelf says so when there was none (0: never).
CREATE TABLE backup_plan (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  keep INTEGER NOT NULL CHECK (keep BETWEEN 1 AND 50),
  remind_after_days INTEGER NOT NULL CHECK (remind_after_days BETWEEN 0 AND 365),
  quiet_until TEXT
) STRICT;
INSERT INTO backup_plan (one, keep, remind_after_days) VALUES (1, 3, 7);

-- A recording that holds what could still be read of a damaged one, which stays as it is.
CREATE TABLE saved_from (
  recording TEXT NOT NULL PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
  damaged TEXT NOT NULL UNIQUE,
  lost_bytes INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`)
  },
}
