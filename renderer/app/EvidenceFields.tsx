// How it is known that she decided: asked beside every decision that an archivist attests. Nothing is chosen beforehand.
import { evidenceKinds, type EvidenceKind } from '../../shared/domain/consent/ledger.ts'
import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/say.tsx'
import { useDoorState } from './door-state-context.tsx'
import { saidEvidence, type EvidenceDraft } from './evidence/evidence-draft.ts'
import { HeardEvidence } from './evidence/HeardEvidence.tsx'
import { PaperEvidence } from './evidence/PaperEvidence.tsx'
import styles from './EvidenceFields.module.css'

export { noEvidence, offeredAgain, saidEvidence, type EvidenceDraft } from './evidence/evidence-draft.ts'

interface Props {
  /** Of what the decision is; without it nothing but words is asked for. */
  readonly testimony?: string
  readonly value: EvidenceDraft
  readonly onChange: (value: EvidenceDraft) => void
  /** It was tried without: say what is missing. */
  readonly isMissing: boolean
}

export function EvidenceFields({ testimony, value, onChange, isMissing }: Props) {
  const say = useWords()
  const { archivist } = useDoorState()
  const { kind, note, clip, files } = value
  /** It can be heard or seen here, so nobody has to say where it is. */
  const isShown = clip !== null || files.length > 0
  return (
    <fieldset className={styles.evidence}>
      <legend>{say('consent.evidence')}</legend>
      <Choice
        label={say('consent.evidence.kind')}
        placeholder={say('consent.evidence.choose')}
        value={kind}
        // NOTE: what was marked or chosen for another kind would be said of this one.
        onChange={(chosen) => onChange({ kind: chosen as EvidenceKind, note, clip: null, files: [] })}
        options={evidenceKinds.map((id) => ({ id, name: say(`uses.evidence.${id}`) }))}
      />
      {testimony !== undefined && kind === 'spokenClip' && (
        <HeardEvidence testimony={testimony} value={value} onChange={onChange} />
      )}
      {testimony !== undefined && kind === 'signedPaper' && (
        <PaperEvidence testimony={testimony} files={files} onChange={(kept) => onChange({ ...value, files: kept })} />
      )}
      <TextField
        label={kind === null || isShown ? say('consent.evidence.note') : say(`consent.evidence.note.${kind}`)}
        value={note}
        dir="auto"
        maxLength={2_000}
        onChange={(words) => onChange({ ...value, note: words })}
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
