// Puts the focus on what an answer has just brought to the screen.
import { useCallback, useEffect, useState } from 'react'

type Find = () => HTMLElement | null | undefined

/**
 * Gives a function that focuses what `find` gives, once everything that is set together with it is drawn.
 * NOTE: not at the next frame. What is set after an answer may be drawn later than that, and then nothing is there to focus.
 */
export function useFocusNext(): (find: Find) => void {
  const [wanted, setWanted] = useState<{ readonly find: Find } | null>(null)
  useEffect(() => wanted?.find()?.focus(), [wanted])
  return useCallback((find) => setWanted({ find }), [])
}
