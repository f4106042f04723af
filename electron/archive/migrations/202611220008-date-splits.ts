import type { Migration } from '../store/migrate.ts'

export const dateSplits: Migration = {
  name: '202611220008-date-splits',
  up(database) {
    database.exec(`
-- When a split or a join came about that was brought home from a copy; null where its revision says so.
ALTER TABLE lineage ADD COLUMN until TEXT;
`)
  },
}
