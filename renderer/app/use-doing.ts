// One thing at a time that may fail: under way, failed with a reason, or done and, where wanted, said.
import { useCallback, useRef, useState } from 'react'
import type { FailureCode } from '../../shared/contract/failure.ts'
import { useAnnounce } from './announce.tsx'
import { codeOf } from './archive.tsx'

interface DoingState {
  readonly busy: boolean
  /** The last thing went well; false again as soon as the next one begins. */
  readonly done: boolean
  readonly failure: FailureCode | null
}

export interface Doing extends DoingState {
  /** Does nothing while something is being done. What is handed in as `said` is announced once the work is done. */
  readonly run: (work: () => Promise<unknown>, said?: string) => void
  /** Forgets what came of the last thing; what is under way goes on. */
  readonly clear: () => void
}

const nothing: DoingState = { busy: false, done: false, failure: null }

export function useDoing(): Doing {
  const announce = useAnnounce()
  const [state, setState] = useState(nothing)
  // NOTE: two presses can come before React draws again, so what is drawn cannot keep the second one out.
  const busy = useRef(false)
  const run = useCallback(
    (work: () => Promise<unknown>, said?: string): void => {
      if (busy.current) return
      busy.current = true
      setState({ ...nothing, busy: true })
      work().then(
        () => {
          busy.current = false
          setState({ ...nothing, done: true })
          if (said !== undefined) announce(said)
        },
        (thrown: unknown) => {
          busy.current = false
          setState({ ...nothing, failure: codeOf(thrown) })
        },
      )
    },
    [announce],
  )
  const clear = useCallback(() => setState(({ busy: is }) => ({ ...nothing, busy: is })), [])
  return { ...state, run, clear }
}
