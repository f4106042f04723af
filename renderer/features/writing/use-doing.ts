// One thing under way: busy, failed with a reason, or done and said.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf } from '../../app/archive.tsx'

export interface Doing {
  readonly busy: boolean
  readonly failure: FailureCode | null
  readonly run: (work: () => Promise<unknown>, did?: string) => void
}

export function useDoing(): Doing {
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy: boolean; failure: FailureCode | null }>({ busy: false, failure: null })
  return {
    ...state,
    run(work, did) {
      if (state.busy) return
      setState({ busy: true, failure: null })
      work().then(
        () => {
          setState({ busy: false, failure: null })
          if (did !== undefined) announce(did)
        },
        (thrown: unknown) => setState({ busy: false, failure: codeOf(thrown) }),
      )
    },
  }
}
