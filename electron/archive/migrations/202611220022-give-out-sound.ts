import type { Migration } from '../store/migrate.ts'

export const giveOutSound: Migration = {
  name: '202611220022-give-out-sound',
  up(database) {
    database.exec(`
-- In which format the sound goes along, as one file or one a passage, its loudness evened or not.
ALTER TABLE excerpts ADD COLUMN sound_as TEXT NOT NULL
  DEFAULT '{"format":"wav","files":"one","evened":false}' CHECK (json_valid(sound_as));

-- The files that leave, made from a rendition; where there are none the rendition itself leaves.
CREATE TABLE rendition_copies (
  rendition TEXT NOT NULL REFERENCES renditions (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  path TEXT NOT NULL,
  media TEXT NOT NULL UNIQUE REFERENCES media (name),
  PRIMARY KEY (rendition, place)
) STRICT, WITHOUT ROWID;

-- Her words read by somebody else, or by a voice of the machine. words: exactly what was read.
CREATE TABLE readings (
  id TEXT NOT NULL PRIMARY KEY,
  testimony TEXT NOT NULL REFERENCES testimonies (id),
  passage TEXT NOT NULL,
  words TEXT NOT NULL,
  media TEXT NOT NULL UNIQUE REFERENCES media (name),
  duration_ms INTEGER NOT NULL CHECK (duration_ms > 0),
  sample_rate INTEGER NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('person', 'machine')),
  reader TEXT NOT NULL,
  approved_at TEXT,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_of_testimony ON readings (testimony, passage);
-- Without its row in media nobody opens its file any more, which goes at the next opening at the latest.
CREATE TRIGGER readings_go_with_their_sound AFTER DELETE ON readings
BEGIN DELETE FROM media WHERE name = OLD.media; END;
-- Words that only she can read, or that are forgotten, are heard in nobody's voice.
CREATE TRIGGER readings_of_no_seal AFTER INSERT ON seals
BEGIN DELETE FROM readings WHERE passage = NEW.passage; END;
CREATE TRIGGER readings_of_no_forgotten_words AFTER DELETE ON past_passages
BEGIN DELETE FROM readings WHERE testimony = OLD.testimony AND passage = OLD.passage; END;
`)
  },
}
