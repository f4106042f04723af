import type { Migration } from '../store/migrate.ts'

export const sayWhoIsListed: Migration = {
  name: '202611220032-say-who-is-listed',
  up(database) {
    database.exec(`
-- How much of her being here may show outside, each time that she said so herself or somebody wrote down that she did.
CREATE TABLE existence_said (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  narrator TEXT NOT NULL REFERENCES narrators,
  existence TEXT NOT NULL CHECK (existence IN ('byName', 'byPseudonym', 'countedOnly', 'notCounted')),
  herself INTEGER NOT NULL CHECK (herself IN (0, 1)),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX existence_said_of_narrator ON existence_said (narrator, sequence);

-- Who is named in a list of what is here that left, and how.
CREATE TABLE catalogue_people (
  catalogue TEXT NOT NULL REFERENCES catalogues (id),
  narrator TEXT NOT NULL REFERENCES narrators,
  name TEXT NOT NULL,
  PRIMARY KEY (catalogue, narrator)
) STRICT, WITHOUT ROWID;
CREATE INDEX catalogues_of_narrator ON catalogue_people (narrator);

CREATE TRIGGER existence_said_never_changes BEFORE UPDATE ON existence_said
BEGIN SELECT RAISE(ABORT, 'what she said is append-only'); END;
CREATE TRIGGER existence_said_never_goes BEFORE DELETE ON existence_said
BEGIN SELECT RAISE(ABORT, 'what she said is append-only'); END;
CREATE TRIGGER catalogue_people_never_change BEFORE UPDATE ON catalogue_people
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER catalogue_people_never_go BEFORE DELETE ON catalogue_people
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;

-- Hashes of whole sentences, beside those of runs of twelve words: none for what was given out before.
ALTER TABLE prints ADD COLUMN sentences BLOB NOT NULL DEFAULT x'';
`)
  },
}
