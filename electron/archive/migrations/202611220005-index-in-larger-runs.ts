import type { Migration } from '../store/migrate.ts'

export const indexInLargerRuns: Migration = {
  name: '202611220005-index-in-larger-runs',
  up(database) {
    // Words gathered in memory before a run of them is written: fewer runs to merge while hundreds of stories come in.
    database.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('hashsize', 4194304)")
  },
}
