import type { Migration } from '../store/migrate.ts'

export const sealSound: Migration = {
  name: '202611220036-seal-sound',
  up(database) {
    database.exec(`
-- Where sound was taken out of a recording because its passage is sealed, on the grid that is silent for others.
CREATE TABLE sealed_stretches (
  passage TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  recording TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  start_ms REAL NOT NULL,
  end_ms REAL NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_stretches_of_testimony ON sealed_stretches (testimony);
CREATE INDEX sealed_stretches_of_recording ON sealed_stretches (recording);

-- The samples themselves, in frames of the recording: a file each, which opens to her key and to no other. No two parts of
-- a recording hold the same frame. format: what stands in the recording's chunk "fmt ".
CREATE TABLE sealed_sound (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL REFERENCES sealed_stretches (passage) ON DELETE CASCADE,
  recording TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
  file TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  start_frame INTEGER NOT NULL,
  end_frame INTEGER NOT NULL CHECK (end_frame > start_frame),
  format BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_sound_of_testimony ON sealed_sound (testimony);
CREATE INDEX sealed_sound_of_recording ON sealed_sound (recording);
`)
  },
}
