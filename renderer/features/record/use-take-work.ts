// One thing at a time with the take; what failed is said, and nothing is lost by it.
import { useCallback, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'

export interface TakeWork {
  readonly failure: FailureCode | null
  /** Does nothing while something is being done. */
  readonly run: (work: () => Promise<unknown>) => void
}

export function useTakeWork(): TakeWork {
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const busy = useRef(false)
  const run = useCallback((work: () => Promise<unknown>): void => {
    if (busy.current) return
    busy.current = true
    setFailure(null)
    work()
      .catch((thrown: unknown) => setFailure(codeOf(thrown)))
      .finally(() => {
        busy.current = false
      })
  }, [])
  return { failure, run }
}
