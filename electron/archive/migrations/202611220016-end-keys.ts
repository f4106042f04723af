import type { Migration } from '../store/migrate.ts'

export const endKeys: Migration = {
  name: '202611220016-end-keys',
  up(database) {
    database.exec(`
-- How far the ledger had come when she did away with the key: no later yes to exact bytes is signed with it.
ALTER TABLE narrator_keys ADD COLUMN ended_after INTEGER;
CREATE TRIGGER ended_keys_stay_ended BEFORE UPDATE ON narrator_keys WHEN OLD.ended_after IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'she did away with this key'); END;
`)
  },
}
