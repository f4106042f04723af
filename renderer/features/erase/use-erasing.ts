// Erasing while it goes on: how far it is, whether it can still be stopped, and what came of it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'
import type { Erased, Working } from './erase-shapes.ts'

export type Erasing =
  | { readonly state: 'waiting' }
  | { readonly state: 'working'; readonly step: Working | null }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly failure: FailureCode }
  | { readonly state: 'erased'; readonly erased: Erased }

type Begin = (signal: AbortSignal, tell: (step: Working) => void) => AsyncIterable<Working | Erased>

export function useErasing(): { erasing: Erasing; run: (begin: Begin) => void; stop: () => void } {
  const [erasing, setErasing] = useState<Erasing>({ state: 'waiting' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const run = useCallback((begin: Begin): void => {
    const leaving = new AbortController()
    running.current = leaving
    setErasing({ state: 'working', step: null })
    const all = async (): Promise<void> => {
      const tell = (step: Working): void => setErasing({ state: 'working', step })
      for await (const step of begin(leaving.signal, tell))
        setErasing(step.kind === 'working' ? { state: 'working', step } : { state: 'erased', erased: step })
    }
    all().catch((thrown: unknown) => {
      if (leaving.signal.aborted) setErasing({ state: 'stopped' })
      else setErasing({ state: 'failed', failure: codeOf(thrown) })
    })
  }, [])
  const stop = useCallback(() => running.current?.abort(), [])
  return { erasing, run, stop }
}
