// A recording that has just been made in the main window begins here without another press, as soon as sound comes in.
import { useEffect, useRef } from 'react'
import type { Recording, TakeRecorder } from './take-recorder.ts'

/** How long the main window may take to say which microphone was chosen; without it the system's own is taken. */
const patience = 700

/** NOTE: only one that waits for its first sound. One that was interrupted goes on when somebody says so. */
export function useBegunByItself(recorder: TakeRecorder, now: Recording, microphone: string | null): void {
  const take = now.take?.take ?? null
  const isWaiting = take !== null && now.take?.state === 'waiting' && now.gone === null
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (!isWaiting || asked.current === take) return undefined
    const listen = (): void => {
      asked.current = take
      void recorder.listen(microphone ?? '')
    }
    if (microphone !== null) {
      listen()
      return undefined
    }
    const waiting = setTimeout(listen, patience)
    return () => clearTimeout(waiting)
  }, [recorder, isWaiting, take, microphone])

  const begun = useRef<string | null>(null)
  const isHeard = now.capture === 'on' && now.heardBlocks
  useEffect(() => {
    if (!isWaiting || !isHeard || begun.current === take) return
    begun.current = take
    void recorder
      .doing()
      ?.goOn()
      .catch(() => {}) // the button says why
  }, [recorder, isWaiting, isHeard, take])
}
