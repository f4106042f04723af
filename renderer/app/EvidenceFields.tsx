// How it is known that she decided: asked beside every decision that an archivist attests. Nothing is chosen beforehand.
import type { z } from 'zod'
import { evidenceKinds, type EvidenceKind } from '../../shared/domain/ledger.ts'
import type { evidence } from '../../shared/contract/shapes.ts'
import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { useDoorState } from './door-state-context.tsx'
import styles from './EvidenceFields.module.css'

export type Evidence = z.infer<typeof evidence>
export interface EvidenceDraft {
  readonly kind: EvidenceKind | null
  readonly note: string
}

export const noEvidence: EvidenceDraft = { kind: null, note: '' }

/** Evidence that can be kept; null while something of it is still to be said. */
export function saidEvidence({ kind, note }: EvidenceDraft): Evidence | null {
  return kind === null || note.trim() === '' ? null : { kind, note: note.trim() }
}

interface Props {
  readonly value: EvidenceDraft
  readonly onChange: (value: EvidenceDraft) => void
  /** It was tried without: say what is missing. */
  readonly isMissing: boolean
}

export function EvidenceFields({ value, onChange, isMissing }: Props) {
  const say = useWords()
  const { archivist } = useDoorState()
  const { kind, note } = value
  return (
    <fieldset className={styles.evidence}>
      <legend>{say('consent.evidence')}</legend>
      <Choice
        label={say('consent.evidence.kind')}
        placeholder={say('consent.evidence.choose')}
        value={kind}
        onChange={(chosen) => onChange({ kind: chosen as EvidenceKind, note })}
        options={evidenceKinds.map((id) => ({ id, name: say(`uses.evidence.${id}`) }))}
      />
      <TextField
        label={kind === null ? say('consent.evidence.note') : say(`consent.evidence.note.${kind}`)}
        value={note}
        onChange={(words) => onChange({ kind, note: words })}
      />
      {isMissing && saidEvidence(value) === null && (
        <p className={styles.missing} role="alert">
          {say('consent.evidence.missing')}
        </p>
      )}
      {archivist !== null && <p className={styles.attested}>{say('consent.evidence.attested', { archivist })}</p>}
    </fieldset>
  )
}
