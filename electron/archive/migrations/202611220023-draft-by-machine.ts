import type { Migration } from '../store/migrate.ts'

export const draftByMachine: Migration = {
  name: '202611220023-draft-by-machine',
  up(database) {
    database.exec(`
-- The model that somebody chose on this machine. No row: no machine writes drafts.
CREATE TABLE transcribing (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  model TEXT NOT NULL CHECK (model <> ''),
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Each time that a machine has listened to a recording, by whose doing; who began it said that she had been asked.
CREATE TABLE machine_listened (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  recording TEXT NOT NULL REFERENCES recordings (id),
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX machine_listened_of_testimony ON machine_listened (testimony);

-- What a machine has written and nobody has been through. In no index, no view and no copy; a row loses its words when a
-- person has decided about it, and the draft goes when all are decided.
CREATE TABLE machine_drafts (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  recording TEXT NOT NULL UNIQUE REFERENCES recordings (id),
  language TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX machine_drafts_of_testimony ON machine_drafts (testimony);
CREATE TABLE machine_draft_passages (
  draft TEXT NOT NULL REFERENCES machine_drafts (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  start_ms REAL NOT NULL,
  end_ms REAL NOT NULL,
  text TEXT NOT NULL,
  word_times TEXT NOT NULL CHECK (json_valid(word_times)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'leftOut')),
  -- The passage that was made of it; its words are there and no longer here.
  passage TEXT CHECK ((passage IS NULL) = (state <> 'accepted')),
  PRIMARY KEY (draft, place),
  CHECK (state <> 'accepted' OR text = '')
) STRICT, WITHOUT ROWID;
`)
  },
}
