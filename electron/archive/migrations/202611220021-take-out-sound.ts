import type { Migration } from '../store/migrate.ts'

export const takeOutSound: Migration = {
  name: '202611220021-take-out-sound',
  up(database) {
    database.exec(`
-- Sound that is taken out by itself, in milliseconds of its recording, whether or not words lie there.
CREATE TABLE sound_stretches (
  id TEXT NOT NULL PRIMARY KEY,
  redaction TEXT NOT NULL REFERENCES redactions (id) ON DELETE CASCADE,
  recording TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
  start_ms REAL NOT NULL CHECK (start_ms >= 0),
  end_ms REAL NOT NULL CHECK (end_ms > start_ms),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stretches_of_redaction ON sound_stretches (redaction, position);
CREATE INDEX stretches_of_recording ON sound_stretches (recording);
-- A redaction has no stretch in somebody else's recording.
CREATE TRIGGER stretch_in_its_story BEFORE INSERT ON sound_stretches
WHEN NOT EXISTS (SELECT 1 FROM redactions d JOIN recordings r ON r.testimony = d.testimony
  WHERE d.id = NEW.redaction AND r.id = NEW.recording)
BEGIN SELECT RAISE(ABORT, 'a stretch lies in a recording of its own story'); END;
-- Waveforms drawn so far were too coarse to look closer; they are drawn anew.
UPDATE recordings SET peaks = NULL;
`)
  },
}
