// How it is known that she said so: asked of the archivist beside each answer. What was said before is offered, never filled in.
import { useState } from 'react'
import { EvidenceFields, saidEvidence } from '../../../app/EvidenceFields.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import type { StagePageProps } from './AnswerPage.tsx'
import { StageEnd } from './StageEnd.tsx'
import { useTalk } from './talk.ts'
import { Turned } from './Turned.tsx'
import styles from './conversation.module.css'

export function KnownPage({ draft, onChange, onGoOn, onBack }: StagePageProps) {
  const say = useWords()
  const { testimony, underWay } = useTalk()
  const [wasTried, setTried] = useState(false)
  const { knownBefore } = underWay
  const { evidence } = draft
  return (
    <>
      <Turned>{say('talk.known')}</Turned>
      {evidence.kind === null && knownBefore.kind !== null && (
        <p>
          <Button onPress={() => onChange({ evidence: knownBefore })}>
            {say('talk.known.same', { kind: say(`uses.evidence.${knownBefore.kind}`), note: knownBefore.note })}
          </Button>
        </p>
      )}
      <div className={styles.fields}>
        <EvidenceFields
          testimony={testimony}
          value={evidence}
          onChange={(next) => onChange({ evidence: next })}
          isMissing={wasTried}
        />
      </div>
      <StageEnd
        name={say('talk.go')}
        onGoOn={() => {
          setTried(true)
          if (saidEvidence(evidence) !== null) onGoOn()
        }}
        onBack={onBack}
      />
    </>
  )
}
