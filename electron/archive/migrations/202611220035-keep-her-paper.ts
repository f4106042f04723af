import type { Migration } from '../store/migrate.ts'

export const keepHerPaper: Migration = {
  name: '202611220035-keep-her-paper',
  up(database) {
    database.exec(`
-- A narrator's own paper: the seeds of the key that she has now, wrapped by the paper, and the paper sealed to that key.
CREATE TABLE narrator_papers (
  narrator TEXT NOT NULL PRIMARY KEY REFERENCES narrators (id),
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  wrapped BLOB NOT NULL,
  own BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER papers_open_what_is_used BEFORE INSERT ON narrator_papers
WHEN NOT EXISTS (SELECT 1 FROM narrator_keys k WHERE k.id = NEW.key AND k.narrator = NEW.narrator AND k.wrapped IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'she has no such key'); END;
CREATE TRIGGER papers_never_change BEFORE UPDATE ON narrator_papers
BEGIN SELECT RAISE(ABORT, 'another paper is another row'); END;
CREATE TRIGGER papers_go_with_keys AFTER UPDATE ON narrator_keys WHEN NEW.wrapped IS NULL
BEGIN DELETE FROM narrator_papers WHERE key = NEW.id; END;

-- When a paper gave her another passphrase.
CREATE TABLE narrator_papers_used (
  narrator TEXT NOT NULL REFERENCES narrators (id),
  key TEXT NOT NULL REFERENCES narrator_keys (id),
  at TEXT NOT NULL,
  PRIMARY KEY (narrator, at)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER papers_used_never_change BEFORE UPDATE ON narrator_papers_used
BEGIN SELECT RAISE(ABORT, 'that a paper was used stays'); END;
CREATE TRIGGER papers_used_never_go BEFORE DELETE ON narrator_papers_used
WHEN NOT EXISTS (SELECT 1 FROM tombstones s WHERE s.kind = 'narrator' AND s.target = OLD.narrator)
BEGIN SELECT RAISE(ABORT, 'that a paper was used stays'); END;
`)
  },
}
