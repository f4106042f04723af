import type { Migration } from '../store/migrate.ts'

export const wordCards: Migration = {
  name: '202611220011-word-cards',
  up(database) {
    database.exec(`
-- Uses of the archive's own, and whatever was decided of a use that the program begins with: its place in the order, and
-- since when she is not asked about it. Answers name them, so none ever goes.
CREATE TABLE uses (
  name TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  retired_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER uses_keep_their_names BEFORE UPDATE OF name ON uses
BEGIN SELECT RAISE(ABORT, 'a use keeps its name'); END;
CREATE TRIGGER uses_never_go BEFORE DELETE ON uses
BEGIN SELECT RAISE(ABORT, 'a use never goes'); END;

-- The words of consent cards. The program's own are version 1 of a use that it begins with, and are not in here.
CREATE TABLE cards (
  use_name TEXT NOT NULL,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  says TEXT NOT NULL CHECK (trim(says) <> ''),
  who_could_see TEXT NOT NULL CHECK (trim(who_could_see) <> ''),
  worst_case TEXT NOT NULL CHECK (trim(worst_case) <> ''),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (use_name, language, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER cards_never_change BEFORE UPDATE ON cards
BEGIN SELECT RAISE(ABORT, 'the words of a card stay as they were read'); END;
CREATE TRIGGER cards_never_go BEFORE DELETE ON cards
BEGIN SELECT RAISE(ABORT, 'the words of a card stay as they were read'); END;
CREATE TRIGGER cards_follow_each_other BEFORE INSERT ON cards
WHEN new.version <> 1 + coalesce(
  (SELECT max(version) FROM cards WHERE use_name = new.use_name AND language = new.language),
  CASE WHEN substr(new.use_name, 1, 4) = 'own-' THEN 0 ELSE 1 END)
BEGIN SELECT RAISE(ABORT, 'a wording follows the last one'); END;
`)
  },
}
