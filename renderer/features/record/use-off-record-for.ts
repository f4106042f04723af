// How long it has been off the record, by the clock: of what is not kept nobody counts the sound.
import { useEffect, useState } from 'react'

/** Milliseconds since it went off the record in this window, or as the archive counts what it keeps, whichever is more. */
export function useOffRecordFor(isOff: boolean, keptMs: number): number {
  const [passedMs, setPassed] = useState(0)
  useEffect(() => {
    setPassed(0)
    if (!isOff) return undefined
    const since = performance.now()
    const counting = setInterval(() => setPassed(performance.now() - since), 500)
    return () => clearInterval(counting)
  }, [isOff])
  return Math.max(passedMs, keptMs)
}
