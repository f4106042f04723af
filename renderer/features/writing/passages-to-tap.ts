// Which passages are given their times by tapping along, and which of them a tap ends.
import type { Passage } from '../../../shared/domain/story.ts'

export interface PassageToTap {
  readonly passage: Passage
  /** The passage that ends where this one begins. */
  readonly ends: string | null
}

/**
 * In order, from one passage on. A sealed one has no tap: nobody here can change it. NOTE: the one before a sealed one is
 * ended by no tap either, for what lies between it and the next is the sealed one's sound.
 */
export function passagesToTap(
  passages: readonly Passage[],
  isSealed: (passage: string) => boolean,
  from: string,
): readonly PassageToTap[] {
  const first = Math.max(
    0,
    passages.findIndex(({ id }) => id === from),
  )
  return passages.slice(first).flatMap((passage, nth, following) => {
    if (isSealed(passage.id)) return []
    const before = following[nth - 1]?.id ?? null
    return [{ passage, ends: before === null || isSealed(before) ? null : before }]
  })
}
