// The order of the archive's own questions.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type OwnQuestion = Awaited<ReturnType<ArchiveClient['recording']['questions']>>['questions'][number]

export function movedQuestion(questions: readonly OwnQuestion[], from: number, to: number): readonly OwnQuestion[] {
  const moved = questions[from]
  if (moved === undefined || to < 0 || to >= questions.length) return questions
  return questions.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** With a new one at the end. Its id is by chance and says nothing. */
export function addedQuestion(
  questions: readonly OwnQuestion[],
  words: string,
  language: string,
): readonly OwnQuestion[] {
  const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 36).toString(36)).join('')
  return [...questions, { id, words, language }]
}
