// A small form that keeps what it holds: busy, kept, or why not.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf } from '../../app/archive.tsx'
import { useWords } from '../../words/say.tsx'

export interface Keeping {
  readonly busy: boolean
  readonly kept: boolean
  readonly failure: FailureCode | null
  readonly keep: (work: () => Promise<unknown>) => void
}

export function useKeeping(): Keeping {
  const say = useWords()
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy: boolean; kept: boolean; failure: FailureCode | null }>({
    busy: false,
    kept: false,
    failure: null,
  })
  const keep = (work: () => Promise<unknown>): void => {
    if (state.busy) return
    setState({ busy: true, kept: false, failure: null })
    work().then(
      () => {
        setState({ busy: false, kept: true, failure: null })
        announce(say('story.kept'))
      },
      (thrown: unknown) => setState({ busy: false, kept: false, failure: codeOf(thrown) }),
    )
  }
  return { ...state, keep }
}
