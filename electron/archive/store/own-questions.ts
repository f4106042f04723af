// The archive's own questions, in their order.
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface OwnQuestion {
  readonly id: string
  readonly words: string
  /** BCP 47. */
  readonly language: string
}

export function readQuestions(archive: ReadableArchive): OwnQuestion[] {
  return archive.all<OwnQuestion>('SELECT id, words, language FROM own_questions ORDER BY position')
}

/** These and no others. Two with one id are one: the first. */
export function keepQuestions(archive: WritableArchive, questions: readonly OwnQuestion[]): void {
  archive.run('DELETE FROM own_questions')
  for (const [position, { id, words, language }] of questions.entries())
    archive.run(
      'INSERT INTO own_questions (id, position, words, language) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
      [id, position, words, language],
    )
}
