import type { Migration } from '../store/migrate.ts'

export const finishWhatLeaves: Migration = {
  name: '202611220018-finish-what-leaves',
  up(database) {
    database.exec(`
-- Whatever leaves in a folder, not what is given out alone: once it is written down it gets its name, whatever happens.
ALTER TABLE givings RENAME COLUMN disclosure TO id;
ALTER TABLE givings ADD COLUMN recorded INTEGER NOT NULL DEFAULT 0 CHECK (recorded IN (0, 1));
UPDATE givings SET recorded = 1 WHERE id IN (SELECT id FROM disclosures);
`)
  },
}
