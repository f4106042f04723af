// What is done with the take, one after the other; what failed is said, and nothing is lost by it.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { codeOf } from '../../app/archive.tsx'
import { pressTurns } from './press-turns.ts'

export interface TakeWork {
  readonly failure: FailureCode | null
  /** In turn, after what is being done; `named`, so that the same is not done twice. */
  readonly run: (named: string, work: () => Promise<unknown>) => void
}

export function useTakeWork(): TakeWork {
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const [run] = useState(() => pressTurns((thrown) => setFailure(thrown === null ? null : codeOf(thrown))))
  return { failure, run }
}
