// The recording that is under way, as every window may know it: while the archive is locked too.
import { useEffect, useState } from 'react'
import { underWay, type TakeState } from '../../recorder/take-shapes.ts'
import { useArchive } from '../archive.tsx'

/** Undefined until it is known. */
export function useTake(): TakeState | undefined {
  const archive = useArchive()
  const [state, setState] = useState<TakeState>()
  useEffect(() => {
    const leaving = new AbortController()
    void (async () => {
      try {
        for await (const now of archive.recorder.state({}, leaving.signal)) setState(now)
      } catch {
        // cancelled, or the archive is gone; the connection's own screen says the latter
      }
    })()
    return () => leaving.abort()
  }, [archive])
  return state
}

export { underWay }
