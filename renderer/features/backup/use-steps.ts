// Long work that tells how far it is: one at a time, stopped by its cancel and when its screen goes.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'

export interface Working<P extends string> {
  readonly kind: 'working'
  readonly part: P
  readonly done: number
  readonly total: number
}

export type Steps<P extends string, D> =
  | { readonly state: 'waiting' }
  | { readonly state: 'working'; readonly part: P | null; readonly reached: number | null }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly failure: FailureCode }
  | { readonly state: 'done'; readonly came: D }

export interface StepsHand<P extends string, D> {
  readonly steps: Steps<P, D>
  /** Rejects with what went wrong, which is in `steps` too; resolves to null where it was stopped. */
  readonly run: (begin: (signal: AbortSignal) => AsyncIterable<Working<P> | D>) => Promise<D | null>
  readonly stop: () => void
  readonly clear: () => void
}

export function useSteps<P extends string, D extends { readonly kind: string }>(): StepsHand<P, D> {
  const [steps, setSteps] = useState<Steps<P, D>>({ state: 'waiting' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const run = useCallback(async (begin: (signal: AbortSignal) => AsyncIterable<Working<P> | D>): Promise<D | null> => {
    running.current?.abort()
    const leaving = new AbortController()
    running.current = leaving
    setSteps({ state: 'working', part: null, reached: null })
    let came: D | null = null
    try {
      for await (const step of begin(leaving.signal)) {
        if (isWorking<P, D>(step))
          setSteps({ state: 'working', part: step.part, reached: step.total === 0 ? null : step.done / step.total })
        else came = step
      }
      setSteps(came === null ? { state: 'stopped' } : { state: 'done', came })
      return came
    } catch (thrown) {
      if (leaving.signal.aborted) {
        setSteps({ state: 'stopped' })
        return null
      }
      setSteps({ state: 'failed', failure: codeOf(thrown) })
      throw thrown
    }
  }, [])
  const stop = useCallback(() => running.current?.abort(), [])
  const clear = useCallback(() => setSteps({ state: 'waiting' }), [])
  return { steps, run, stop, clear }
}

function isWorking<P extends string, D extends { readonly kind: string }>(step: Working<P> | D): step is Working<P> {
  return step.kind === 'working'
}
