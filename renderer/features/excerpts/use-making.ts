// Makes the exact files of an excerpt to look at: its sound first, where it has any, then everything else.
import { useCallback, useEffect, useRef, useState } from 'react'
import { Failure, type FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { renderSound } from '../../app/sound/render-sound.ts'
import type { Prepared } from './excerpt-shapes.ts'

export type Making =
  | { readonly state: 'none' }
  | { readonly state: 'sound'; readonly done: number }
  | { readonly state: 'files' }
  | { readonly state: 'made'; readonly made: Prepared }
  | { readonly state: 'failed'; readonly failure: FailureCode }

export interface MakingInHand {
  readonly making: Making
  /** Resolves with what was made; null when it was stopped or failed. */
  readonly make: () => Promise<Prepared | null>
  readonly stop: () => void
  readonly forget: () => void
}

export function useMaking(excerpt: string): MakingInHand {
  const archive = useArchive()
  const [making, setMaking] = useState<Making>({ state: 'none' })
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [stop])

  const make = useCallback(async (): Promise<Prepared | null> => {
    stop()
    const leaving = new AbortController()
    running.current = leaving
    const { signal } = leaving
    try {
      setMaking({ state: 'files' })
      const { soundWanted } = await archive.excerpts.check({ excerpt }, signal)
      if (soundWanted) {
        setMaking({ state: 'sound', done: 0 })
        await renderSound(
          archive,
          { kind: 'excerpt', excerpt },
          { onProgress: (done) => setMaking({ state: 'sound', done }), signal },
        )
        setMaking({ state: 'files' })
      }
      const made = await archive.excerpts.prepare({ excerpt }, signal)
      // NOTE: without a page there is nothing that she could have seen, so nothing that she could say yes to.
      if (!made.files.some(({ path }) => path === 'index.html')) throw new Failure('checkFailed')
      setMaking({ state: 'made', made })
      return made
    } catch (thrown) {
      if (running.current === leaving)
        setMaking({ state: 'failed', failure: signal.aborted ? 'cancelled' : codeOf(thrown) })
      return null
    }
  }, [archive, excerpt, stop])

  const forget = useCallback(() => {
    stop()
    running.current = null
    setMaking({ state: 'none' })
  }, [stop])

  return { making, make, stop, forget }
}
