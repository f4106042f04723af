// What she has just done, with the way back for each step. Kept while the story is open, in memory only.
import { useCallback, useRef, useState } from 'react'

export interface Step {
  /** What was done, in plain words. */
  readonly said: string
  /** Where it was done. */
  readonly passage: string
  /** Null where there is no way back; what was said beforehand says so. */
  readonly undo: (() => Promise<unknown>) | null
}

export interface Steps {
  readonly last: Step | null
  readonly did: (step: Step) => void
  /** Takes the last step back, and gives it; null where there is none, or no way back. */
  readonly takeBack: () => Promise<Step | null>
}

export function useSteps(): Steps {
  const [steps, setSteps] = useState<readonly Step[]>([])
  const latest = useRef(steps)
  latest.current = steps
  const did = useCallback((step: Step): void => setSteps((before) => [...before, step]), [])
  const takeBack = useCallback(async (): Promise<Step | null> => {
    const step = latest.current.at(-1)
    if (step === undefined || step.undo === null) return null
    await step.undo()
    setSteps((before) => before.filter((one) => one !== step))
    return step
  }, [])
  return { last: steps.at(-1) ?? null, did, takeBack }
}
