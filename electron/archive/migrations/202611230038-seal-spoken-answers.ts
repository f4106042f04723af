import type { Migration } from '../store/migrate.ts'

export const sealSpokenAnswers: Migration = {
  name: '202611230038-seal-spoken-answers',
  up(database) {
    database.exec(`
-- What she said aloud about a passage that is sealed, or was when she said it: its sound in a file which opens to her key
-- and to no other. box: how long it is, its type, size and hash, sealed to the same key.
CREATE TABLE sealed_answers (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL,
  file TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  box BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_answers_of_testimony ON sealed_answers (testimony);
`)
  },
}
