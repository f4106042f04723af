// Arriving in a room moves the focus to its title. Not in the first one, nor within a room.
import { useEffect, useRef, type RefObject } from 'react'

/** How long a room may take to draw its title: a second of frames. Then the page itself has the focus. */
const framesToWait = 60

interface Arrival {
  /** Another key is another room. */
  readonly key: string
  readonly page: RefObject<HTMLElement | null>
  readonly title: () => HTMLElement | null
  /** The room may put the focus somewhere within itself, and then keeps it. */
  readonly roomMayTakeIt: boolean
}

export function useFocusOnArrival({ key, page, title, roomMayTakeIt }: Arrival): void {
  const last = useRef(key)
  const latestTitle = useRef(title)
  latestTitle.current = title
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    let frames = 0
    let waiting = requestAnimationFrame(function look() {
      const at = document.activeElement
      if (roomMayTakeIt && at !== page.current && page.current?.contains(at) === true) return
      const found = latestTitle.current()
      if (found !== null) found.focus({ preventScroll: true })
      else if (++frames < framesToWait) waiting = requestAnimationFrame(look)
      else page.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(waiting)
  }, [key, page, roomMayTakeIt])
}
