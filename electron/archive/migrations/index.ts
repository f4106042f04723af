// Every migration, in order. One that has been released is never edited.
import type { Migration } from '../store/migrate.ts'

export const migrations: readonly Migration[] = []
