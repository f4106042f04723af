import type { Migration } from '../store/migrate.ts'

export const frameCompletely: Migration = {
  name: '202611220013-frame-completely',
  up(database) {
    database.exec(`
-- Captions as JSON: [{passage, text, author}]; ids of words about her that go along, as JSON.
ALTER TABLE excerpts ADD COLUMN captions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE excerpts ADD COLUMN about TEXT NOT NULL DEFAULT '[]';
`)
  },
}
