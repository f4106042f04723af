// One thing at a time that may fail: busy, or why not. What is done is said where it is done.
import { useCallback, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'

export interface Doing {
  readonly busy: boolean
  readonly failure: FailureCode | null
  /** Does nothing while something is being done. */
  readonly run: (work: () => Promise<unknown>) => void
  readonly clear: () => void
}

export function useDoing(): Doing {
  const [state, setState] = useState<{ busy: boolean; failure: FailureCode | null }>({ busy: false, failure: null })
  const busy = useRef(false)
  const run = useCallback((work: () => Promise<unknown>): void => {
    if (busy.current) return
    busy.current = true
    setState({ busy: true, failure: null })
    work().then(
      () => {
        busy.current = false
        setState({ busy: false, failure: null })
      },
      (thrown: unknown) => {
        busy.current = false
        setState({ busy: false, failure: codeOf(thrown) })
      },
    )
  }, [])
  const clear = useCallback(() => setState(({ busy: is }) => ({ busy: is, failure: null })), [])
  return { ...state, run, clear }
}
