// A recording that was just begun or taken up in the main window begins here without another press.
import { useEffect, useRef, useState } from 'react'
import { sayBeside, type ChosenBeside } from '../app/beside.ts'
import type { Recording } from './recording-now.ts'
import type { TakeRecorder } from './take-recorder.ts'
import { underWay } from './take-shapes.ts'

/** How long the main window may take to say what was chosen; without it the system's own microphone is taken. */
const patience = 700

/**
 * NOTE: only what was pressed for, or has no sound yet. One that was interrupted goes on when somebody says so. Gives
 * whether it is still being begun.
 */
export function useBegunByItself(recorder: TakeRecorder, now: Recording, chosen: ChosenBeside | null): boolean {
  const take = now.gone === null ? underWay(now.take) : null
  const [hasWaited, setWaited] = useState(false)
  const asked = useRef<string | null>(null)
  const isFresh = now.take !== null && now.take.keptMs === 0 && now.take.state === 'recording'
  const isWanted = take !== null && (chosen?.begin === take || isFresh)
  const isKnown = chosen !== null || hasWaited
  useEffect(() => {
    const waiting = setTimeout(() => setWaited(true), patience)
    return () => clearTimeout(waiting)
  }, [])
  useEffect(() => {
    if (!isWanted || !isKnown || take === null || asked.current === take) return
    asked.current = take
    sayBeside({ kind: 'begun', take })
    void recorder.listen(chosen?.microphone ?? recorder.wanted())
  }, [recorder, isWanted, isKnown, take, chosen])
  return take !== null && asked.current !== take && (isWanted || !isKnown)
}
