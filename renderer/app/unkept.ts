// Whether the page holds something written that the archive does not have: then it stays, even when the archive is gone.
import { useEffect, useRef, useSyncExternalStore } from 'react'

const holders = new Set<object>()
const listeners = new Set<() => void>()

function hold(who: object, holds: boolean): void {
  if (holders.has(who) === holds) return
  if (holds) holders.add(who)
  else holders.delete(who)
  for (const listener of listeners) listener()
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Says that there is something unkept while `holds` is true and the component is there. */
export function useUnkept(holds: boolean): void {
  const who = useRef({})
  useEffect(() => {
    const own = who.current
    hold(own, holds)
    return () => hold(own, false)
  }, [holds])
}

export const useHoldsUnkept = (): boolean => useSyncExternalStore(listen, () => holders.size > 0)
