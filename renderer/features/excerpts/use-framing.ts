// The words around hers, as they are changed from several places of the desk.
import { useCallback, useRef } from 'react'
import type { Framing } from './excerpt-shapes.ts'

export interface FramingInHand {
  /** Under a passage; none without words. */
  readonly writeCaption: (passage: string, text: string) => void
  /** Ids of the words about her that go along. */
  readonly goAlong: (about: readonly string[]) => void
}

/** @param author who is at the window, and signs what is written */
export function useFraming(framing: Framing, author: string, change: (framing: Framing) => void): FramingInHand {
  const latest = useRef({ framing, change })
  latest.current = { framing, change }
  const writeCaption = useCallback(
    (passage: string, text: string) => {
      const { framing: now, change: changeNow } = latest.current
      const others = now.captions.filter((one) => one.passage !== passage)
      changeNow({ ...now, captions: [...others, { passage, text, author }] })
    },
    [author],
  )
  const goAlong = useCallback((about: readonly string[]) => {
    const { framing: now, change: changeNow } = latest.current
    changeNow({ ...now, about: [...about] })
  }, [])
  return { writeCaption, goAlong }
}
