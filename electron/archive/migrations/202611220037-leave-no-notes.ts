import type { Migration } from '../store/migrate.ts'

export const leaveNoNotes: Migration = {
  name: '202611220037-leave-no-notes',
  up(database) {
    database.exec(`
-- What was noted about a story that is erased goes with it; that something was done, when and by whom stays.
DROP TRIGGER recall_steps_never_change;
CREATE TRIGGER recall_steps_never_change BEFORE UPDATE ON recall_steps
WHEN NOT (NEW.note = '' AND NEW.sequence = OLD.sequence AND NEW.recall = OLD.recall AND NEW.kind = OLD.kind
  AND NEW.on_day = OLD.on_day AND NEW.by_whom = OLD.by_whom AND NEW.files = OLD.files AND NEW.at = OLD.at
  AND EXISTS (SELECT 1 FROM recalls r JOIN disclosures d ON d.id = r.disclosure
    JOIN tombstones s ON s.kind = 'testimony' AND s.target = d.testimony WHERE r.id = OLD.recall))
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;
DROP TRIGGER recall_lifts_never_change;
CREATE TRIGGER recall_lifts_never_change BEFORE UPDATE ON recall_lifts
WHEN NOT (NEW.note = '' AND NEW.sequence = OLD.sequence AND NEW.what = OLD.what AND NEW.lifted = OLD.lifted
  AND NEW.at = OLD.at AND NEW.by_whom = OLD.by_whom
  AND EXISTS (SELECT 1 FROM disclosures d JOIN tombstones s ON s.kind = 'testimony' AND s.target = d.testimony
    WHERE d.id = OLD.what
      OR d.excerpt = (SELECT json_extract(l.file, '$.reference') FROM recall_list l WHERE l.id = OLD.what)))
BEGIN SELECT RAISE(ABORT, 'recalls are append-only'); END;

-- And of what was erased before.
UPDATE recall_steps SET note = '' WHERE note <> '' AND recall IN (SELECT r.id FROM recalls r
  JOIN disclosures d ON d.id = r.disclosure JOIN tombstones s ON s.kind = 'testimony' AND s.target = d.testimony);
UPDATE recall_lifts SET note = '' WHERE note <> '' AND EXISTS (SELECT 1 FROM disclosures d
  JOIN tombstones s ON s.kind = 'testimony' AND s.target = d.testimony
  WHERE d.id = what OR d.excerpt = (SELECT json_extract(l.file, '$.reference') FROM recall_list l WHERE l.id = what));
`)
  },
}
