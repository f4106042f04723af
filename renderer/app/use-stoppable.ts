// One thing at a time that takes a while and can be stopped; that it was stopped is no failure. It ends when its place is left.
import { useEffect, useRef } from 'react'
import { useDoing, type Doing } from './use-doing.ts'

interface Stoppable {
  readonly doing: Doing
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => void
  readonly stop: () => void
}

export function useStoppable(): Stoppable {
  const doing = useDoing()
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  return {
    doing,
    run: (work) =>
      doing.run(async () => {
        const leaving = new AbortController()
        running.current = leaving
        await work(leaving.signal).catch((thrown: unknown) => {
          if (!leaving.signal.aborted) throw thrown
        })
      }),
    stop: () => running.current?.abort(),
  }
}
