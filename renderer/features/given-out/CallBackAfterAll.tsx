// What may stay outside is asked back after all: only on a new word of hers, with how it is known.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { RecallDetails } from './recall-shapes.ts'
import styles from './recall.module.css'

interface Props {
  readonly details: RecallDetails
  readonly onDone: () => void
}

export function CallBackAfterAll({ details: { disclosure, testimony }, onDone }: Props) {
  const say = useWords()
  const archive = useArchive()
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const doing = useDoing()
  const keep = (): void => {
    setTried(true)
    const said = saidEvidence(evidence)
    if (said === null) return
    doing.run(async () => {
      await archive.recall.begin({ disclosure, evidence: said })
      onDone()
    }, say('recall.begun'))
  }
  return (
    <div className={styles.form}>
      <p>{say('recall.again.says')}</p>
      <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" isDisabled={doing.busy} onPress={keep}>
          {say('recall.again.press')}
        </Button>
      </DialogActions>
    </div>
  )
}
