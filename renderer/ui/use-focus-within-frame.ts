// Whether what has the focus lies within a frame: no selector of the page around it can tell.
import { useEffect, useState, type RefObject } from 'react'

export function useFocusWithinFrame(frame: RefObject<HTMLIFrameElement | null>): boolean {
  const [isWithin, setWithin] = useState(false)
  useEffect(() => {
    // The page loses the focus to the frame, and has it again when it comes out.
    const look = (): void => setWithin(frame.current !== null && document.activeElement === frame.current)
    addEventListener('blur', look)
    addEventListener('focus', look)
    addEventListener('focusin', look)
    return () => {
      removeEventListener('blur', look)
      removeEventListener('focus', look)
      removeEventListener('focusin', look)
    }
  }, [frame])
  return isWithin
}
