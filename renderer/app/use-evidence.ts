// How it is known that she decided, asked for until it is whole; what is missing is said once somebody has tried.
import { useState } from 'react'
import type { Evidence } from '../../shared/domain/consent/ledger.ts'
import { noEvidence, saidEvidence, type EvidenceDraft } from './evidence/evidence-draft.ts'

export interface AskedEvidence {
  /** For `EvidenceFields`. */
  readonly fields: {
    readonly value: EvidenceDraft
    readonly onChange: (value: EvidenceDraft) => void
    readonly isMissing: boolean
  }
  /** Null where something is missing, which is then said. */
  readonly said: () => Evidence | null
  readonly clear: () => void
}

export function useEvidence(): AskedEvidence {
  const [value, onChange] = useState(noEvidence)
  const [isMissing, setMissing] = useState(false)
  const said = (): Evidence | null => {
    setMissing(true)
    return saidEvidence(value)
  }
  const clear = (): void => {
    setMissing(false)
    onChange(noEvidence)
  }
  return { fields: { value, onChange, isMissing }, said, clear }
}
