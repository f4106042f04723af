import type { Migration } from '../store/migrate.ts'

export const giveOut: Migration = {
  name: '202611220004-give-out',
  up(database) {
    database.exec(`
CREATE TABLE recipients (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  language TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE excerpts (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  use_name TEXT NOT NULL,
  recipient TEXT NOT NULL REFERENCES recipients (id),
  with_sound INTEGER NOT NULL CHECK (with_sound IN (0, 1)),
  title TEXT NOT NULL,
  introduction TEXT NOT NULL,
  keywords TEXT NOT NULL,
  author TEXT NOT NULL,
  passages TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX excerpts_of_testimony ON excerpts (testimony);

-- Sound rendered from exactly this content (its plan's SHA-256), so that it is not made twice.
CREATE TABLE renditions (
  id TEXT NOT NULL PRIMARY KEY,
  plan_sha256 TEXT NOT NULL UNIQUE,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  media TEXT NOT NULL UNIQUE REFERENCES media (name),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The register. A row is written before what it records counts as given out, and none is ever deleted or changed.
CREATE TABLE disclosures (
  id TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  at TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  testimony TEXT NOT NULL,
  title TEXT NOT NULL,
  use_name TEXT NOT NULL,
  recipient TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  recipient_language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL,
  sign_off TEXT NOT NULL,
  folder_name TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX disclosures_of_testimony ON disclosures (testimony);
CREATE INDEX disclosures_of_excerpt ON disclosures (excerpt);
CREATE TRIGGER disclosures_never_change BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER disclosures_never_go BEFORE DELETE ON disclosures
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;

-- An export on its way: the folder it is being written to, so that a crash leaves a whole export with its row, or neither.
CREATE TABLE givings (
  disclosure TEXT NOT NULL PRIMARY KEY,
  staged TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`)
  },
}
