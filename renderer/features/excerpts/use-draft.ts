// An excerpt as it is being made: every change shows at once and is kept within a second; when keeping fails, it says so.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { draftOf, type Draft, type Excerpt } from './excerpt-shapes.ts'

const restMs = 500

export interface KeptState {
  readonly isKept: boolean
  /** ISO 8601, when it was last kept here; null before. */
  readonly at: string | null
  readonly failure: FailureCode | null
}

export interface DraftInHand {
  readonly draft: Draft
  readonly kept: KeptState
  readonly change: (part: Partial<Draft>) => void
  /** Keeps at once what is not kept yet. True when all of it is. */
  readonly keepNow: () => Promise<boolean>
}

/** `onKept` is called after each change that the archive has kept. */
export function useDraft(excerpt: Excerpt, onKept: () => void): DraftInHand {
  const archive = useArchive()
  const [draft, setDraft] = useState(() => draftOf(excerpt))
  const [kept, setKept] = useState<KeptState>({ isKept: true, at: null, failure: null })
  const newest = useRef(draft)
  const unkept = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | null>(null)
  const latestOnKept = useRef(onKept)
  latestOnKept.current = onKept

  const keepAll = useCallback(async (): Promise<boolean> => {
    while (unkept.current) {
      unkept.current = false
      const { use, recipient, passages, withSound, soundAs, framing } = newest.current
      try {
        await archive.excerpts.change({
          excerpt: excerpt.id,
          use,
          recipient,
          passages: [...passages],
          withSound,
          soundAs,
          framing,
        })
      } catch (thrown) {
        unkept.current = true
        setKept((old) => ({ ...old, isKept: false, failure: codeOf(thrown) }))
        return false
      }
    }
    setKept({ isKept: true, at: new Date().toISOString(), failure: null })
    latestOnKept.current()
    return true
  }, [archive, excerpt.id])

  const keepNow = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    // NOTE: one keeping at a time, so that an older state never lands after a newer one.
    while (running.current !== null) await running.current
    if (!unkept.current) return true
    running.current = keepAll().finally(() => {
      running.current = null
    })
    return running.current
  }, [keepAll])

  const change = useCallback(
    (part: Partial<Draft>) => {
      newest.current = { ...newest.current, ...part }
      unkept.current = true
      setDraft(newest.current)
      setKept((old) => ({ ...old, isKept: false }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keepNow(), restMs)
    },
    [keepNow],
  )

  useEffect(() => () => void keepNow(), [keepNow])

  return { draft, kept, change, keepNow }
}
