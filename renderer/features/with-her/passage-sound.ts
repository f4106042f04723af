// What the one who shows a passage needs of its sound; the app hands it in.
import type { Passage } from '../../../shared/domain/story.ts'

export interface PassageSound {
  readonly playing: boolean
  /** This machine cannot play it, or it could not be read. */
  readonly unplayable: boolean
  has(passage: Passage): boolean
  /** From its beginning to its end, then silence. */
  play(passage: Passage): void
  /** Whether it was heard to the end of the passage. */
  reachedEnd(passage: Passage): boolean
  stop(): void
}
