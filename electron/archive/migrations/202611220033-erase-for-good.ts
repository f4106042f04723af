import type { Migration } from '../store/migrate.ts'

/** What a tombstone lets go of rows that only grow otherwise. */
const storyErased = (row: string): string =>
  `EXISTS (SELECT 1 FROM tombstones s WHERE s.kind = 'testimony' AND s.target = ${row}.testimony)`
const narratorErased = (row: string): string =>
  `EXISTS (SELECT 1 FROM tombstones s WHERE s.kind = 'narrator' AND s.target = ${row}.narrator)`

/** Rows that a trigger of before kept for ever, and that go where their narrator was erased. */
const goesWithNarrator = (trigger: string, table: string, says: string): string => `DROP TRIGGER ${trigger};
CREATE TRIGGER ${trigger} BEFORE DELETE ON ${table} WHEN NOT ${narratorErased('OLD')}
BEGIN SELECT RAISE(ABORT, '${says}'); END;`
/** @param column what a tombstone of this kind names in a row of the table */
const staysOut = (trigger: string, table: string, kind: string, column: string): string =>
  `CREATE TRIGGER ${trigger} BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM tombstones WHERE kind = '${kind}' AND target = NEW.${column})
BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END;`

export const eraseForGood: Migration = {
  name: '202611220033-erase-for-good',
  up(database) {
    database.exec(`
-- What was erased: ids that chance made, times in a recording, a day, how her wish is known. No word and no name.
-- joined, parted: a passage that was once one with an erased one, whose words an older backup may hold in it; "joined" stood
-- no more by itself when that was erased, "parted" did. within: its story; of joined and parted the erased passage.
CREATE TABLE tombstones (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('narrator', 'testimony', 'passage', 'joined', 'parted', 'recording', 'stretch')),
  target TEXT NOT NULL,
  within TEXT NOT NULL,
  start_ms REAL,
  end_ms REAL,
  known_by TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (kind <> 'stretch' OR (start_ms >= 0 AND end_ms > start_ms))
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstones_of_target ON tombstones (kind, target);
CREATE TRIGGER tombstones_never_change BEFORE UPDATE ON tombstones
BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END;
CREATE TRIGGER tombstones_never_go BEFORE DELETE ON tombstones
BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END;

-- Which of them were carried out in this very database; cleaned: its pages were written anew since.
CREATE TABLE tombstones_done (
  tombstone TEXT NOT NULL PRIMARY KEY REFERENCES tombstones (id),
  cleaned INTEGER NOT NULL CHECK (cleaned IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Where an entry of an erased story stood in the ledger, so that those after it can still be checked. Nothing of it is here.
CREATE TABLE erased_entries (
  sequence INTEGER NOT NULL PRIMARY KEY,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER erased_entries_were_there BEFORE INSERT ON erased_entries
WHEN NOT EXISTS (SELECT 1 FROM ledger l WHERE l.sequence = NEW.sequence AND l.previous = NEW.previous AND l.hash = NEW.hash
  AND ${storyErased('l')})
BEGIN SELECT RAISE(ABORT, 'only what stood in the ledger was erased from it'); END;
CREATE TRIGGER erased_entries_never_change BEFORE UPDATE ON erased_entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER erased_entries_never_go BEFORE DELETE ON erased_entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

DROP TRIGGER ledger_never_shrinks;
CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger
WHEN NOT EXISTS (SELECT 1 FROM erased_entries e WHERE e.sequence = OLD.sequence AND e.previous = OLD.previous AND e.hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
DROP TRIGGER ledger_only_grows;
CREATE TRIGGER ledger_only_grows BEFORE INSERT ON ledger
WHEN new.sequence <> 1 + max((SELECT coalesce(max(sequence), 0) FROM ledger), (SELECT coalesce(max(sequence), 0) FROM erased_entries))
  OR new.previous <> coalesce(
    (SELECT e.hash FROM erased_entries e WHERE e.sequence = new.sequence - 1),
    (SELECT l.hash FROM ledger l WHERE l.sequence = new.sequence - 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
DROP TRIGGER signatures_never_go;
CREATE TRIGGER signatures_never_go BEFORE DELETE ON ledger_signatures
WHEN NOT EXISTS (SELECT 1 FROM ledger l WHERE l.id = OLD.entry AND ${storyErased('l')})
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Of what left, the title that somebody gave it and the folder's name go; that it left, to whom and with what stays.
DROP TRIGGER disclosures_never_change;
CREATE TRIGGER disclosures_never_change BEFORE UPDATE ON disclosures
WHEN NOT (NEW.title = '' AND NEW.folder_name = '' AND NEW.id = OLD.id AND NEW.sequence = OLD.sequence AND NEW.at = OLD.at
  AND NEW.by_whom = OLD.by_whom AND NEW.excerpt = OLD.excerpt AND NEW.testimony = OLD.testimony AND NEW.use_name = OLD.use_name
  AND NEW.recipient = OLD.recipient AND NEW.recipient_name = OLD.recipient_name
  AND NEW.recipient_language = OLD.recipient_language AND NEW.revision = OLD.revision
  AND NEW.content_sha256 = OLD.content_sha256 AND NEW.sign_off = OLD.sign_off AND NEW.details = OLD.details
  AND EXISTS (SELECT 1 FROM tombstones s WHERE (s.kind = 'testimony' AND s.target = OLD.testimony)
    OR (s.kind = 'passage' AND s.within = OLD.testimony AND instr(OLD.details, s.target) > 0)))
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;

${goesWithNarrator('receipts_never_go', 'receipts', 'the register is append-only')}
${goesWithNarrator('catalogue_people_never_go', 'catalogue_people', 'the register is append-only')}
${goesWithNarrator('existence_said_never_goes', 'existence_said', 'what she said is append-only')}

-- What was erased does not come back by any way.
${staysOut('erased_passages_stay_out', 'passages', 'passage', 'id')}
${staysOut('erased_past_stays_out', 'past_passages', 'passage', 'passage')}
${staysOut('erased_stories_stay_out', 'testimonies', 'testimony', 'id')}
${staysOut('erased_narrators_stay_out', 'narrators', 'narrator', 'id')}
${staysOut('erased_recordings_stay_out', 'recordings', 'recording', 'id')}
`)
  },
}
