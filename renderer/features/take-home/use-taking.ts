// Something large on its way to a stick: how far it is, how to stop it, what came of it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'

type Step<D> = { readonly kind: 'working'; readonly done: number; readonly total: number } | D

export type Taking<D> =
  | { readonly state: 'waiting' }
  | { readonly state: 'working'; readonly part: number | null }
  | { readonly state: 'failed'; readonly failure: FailureCode }
  | { readonly state: 'stopped' }
  | { readonly state: 'done'; readonly came: D }

export function useTaking<D extends { readonly kind: 'done' }>() {
  const [taking, setTaking] = useState<Taking<D>>({ state: 'waiting' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const take = useCallback(async (begin: (signal: AbortSignal) => AsyncIterable<Step<D>>): Promise<void> => {
    const leaving = new AbortController()
    running.current = leaving
    setTaking({ state: 'working', part: null })
    try {
      for await (const step of begin(leaving.signal)) {
        if (step.kind === 'done') setTaking({ state: 'done', came: step })
        else setTaking({ state: 'working', part: step.total === 0 ? null : step.done / step.total })
      }
      if (leaving.signal.aborted) setTaking({ state: 'stopped' })
    } catch (thrown) {
      setTaking(leaving.signal.aborted ? { state: 'stopped' } : { state: 'failed', failure: codeOf(thrown) })
    }
  }, [])
  const stop = useCallback(() => running.current?.abort(), [])
  const again = useCallback(() => setTaking({ state: 'waiting' }), [])
  return { taking, take, stop, again }
}
