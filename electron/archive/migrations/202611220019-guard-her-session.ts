import type { Migration } from '../store/migrate.ts'

const comparedOfHers = `DELETE FROM compared WHERE excerpt IN (
  SELECT e.id FROM excerpts e JOIN testimonies t ON t.id = e.testimony
  WHERE t.narrator = (SELECT narrator FROM testimonies WHERE id = `

export const guardHerSession: Migration = {
  name: '202611220019-guard-her-session',
  up(database) {
    database.exec(`
-- When she did away with a key, and whether its passphrase was typed; null together, while it is in use.
ALTER TABLE narrator_keys ADD COLUMN ended_at TEXT;
ALTER TABLE narrator_keys ADD COLUMN ended_opened INTEGER CHECK (ended_opened IN (0, 1));

-- What could be put together of an excerpt and of what other narrators say, as an archivist last had it worked out.
CREATE TABLE compared (
  excerpt TEXT NOT NULL PRIMARY KEY REFERENCES excerpts (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  found TEXT NOT NULL CHECK (json_valid(found))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER compared_of_this_excerpt AFTER UPDATE ON excerpts
WHEN OLD.passages IS NOT NEW.passages OR OLD.recipient IS NOT NEW.recipient OR OLD.use_name IS NOT NEW.use_name
BEGIN DELETE FROM compared WHERE excerpt = NEW.id; END;
-- Words that are forgotten everywhere are forgotten here.
CREATE TRIGGER compared_of_no_seal AFTER INSERT ON seals WHEN EXISTS (SELECT 1 FROM compared)
BEGIN ${comparedOfHers}NEW.testimony)); END;
CREATE TRIGGER compared_of_no_forgotten_words AFTER DELETE ON past_passages WHEN EXISTS (SELECT 1 FROM compared)
BEGIN ${comparedOfHers}OLD.testimony)); END;
`)
  },
}
