// Takes an excerpt away with time to think again: it is removed after ten seconds, or when this list is left.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'

const timeToThinkMs = 10_000

export interface Removal {
  /** Shown as removed already; each can still be brought back. */
  readonly leaving: ReadonlySet<string>
  readonly failure: FailureCode | null
  readonly remove: (excerpt: string) => void
  readonly undo: (excerpt: string) => void
}

export function useRemoval(): Removal {
  const archive = useArchive()
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<FailureCode | null>(null)

  const forget = useCallback((excerpt: string) => {
    clearTimeout(timers.current.get(excerpt))
    timers.current.delete(excerpt)
    setLeaving((old) => new Set([...old].filter((other) => other !== excerpt)))
  }, [])

  const remove = useCallback(
    (excerpt: string) => {
      setLeaving((old) => new Set([...old, excerpt]))
      setFailure(null)
      timers.current.set(
        excerpt,
        setTimeout(() => {
          archive.excerpts.remove({ excerpt }).then(
            () => timers.current.delete(excerpt),
            (thrown: unknown) => {
              setFailure(codeOf(thrown))
              forget(excerpt)
            },
          )
        }, timeToThinkMs),
      )
    },
    [archive, forget],
  )

  useEffect(() => {
    const waiting = timers.current
    return () => {
      for (const [excerpt, timer] of waiting) {
        clearTimeout(timer)
        // NOTE: nobody is there any more to hear of a failure; the excerpt then simply stays.
        archive.excerpts.remove({ excerpt }).catch(() => {})
      }
      waiting.clear()
    }
  }, [archive])

  return { leaving, failure, remove, undo: forget }
}
