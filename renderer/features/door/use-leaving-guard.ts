// Stops a reload or a closing once, while leaving would lose what was just written on paper.
import { useEffect, useState } from 'react'
import { inWindow } from '../../app/port.ts'

/**
 * @returns whether somebody has tried to leave
 *
 * NOTE: a browser asks by itself, each time. The window's own program asks nothing and would simply stay, so there the
 * first try is answered on the page and the second one goes.
 */
export function useLeavingGuard(guards: boolean): boolean {
  const [tried, setTried] = useState(false)
  useEffect(() => {
    if (!guards || (tried && inWindow())) return
    const stay = (event: BeforeUnloadEvent): void => {
      event.preventDefault()
      setTried(true)
    }
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [guards, tried])
  return guards && tried
}
