// A page shown in a frame is as large as the window around it. What is drawn changes, never what is kept or left.
import { useEffect, type RefObject } from 'react'

/** Of a frame of the window's own origin; `isLoaded`: what it shows is there. */
export function useTextSizeWithin(frame: RefObject<HTMLIFrameElement | null>, isLoaded: boolean): void {
  useEffect(() => {
    if (!isLoaded) return
    const page = document.documentElement
    const follow = (): void => {
      const within = frame.current?.contentDocument?.documentElement
      if (within !== undefined) within.style.fontSize = getComputedStyle(page).fontSize
    }
    follow()
    const changes = new MutationObserver(follow)
    changes.observe(page, { attributes: true, attributeFilter: ['style', 'data-hers'] })
    return () => changes.disconnect()
  }, [frame, isLoaded])
}
