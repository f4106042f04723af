// She takes a yes back: no reason is asked, and what happens is said beforehand.
import { useState } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { noConditions, type Card, type Scope } from './consent-shapes.ts'
import styles from './consent.module.css'

interface Props {
  readonly testimony: string
  readonly card: Card
  readonly scope: Scope
  readonly onTakenBack: (said: string) => void
}

export function TakeBack({ testimony, card, scope, onTakenBack }: Props) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const takeBack = async (): Promise<void> => {
    setTried(true)
    const said = saidEvidence(evidence)
    if (said === null) return
    try {
      await archive.consent.answer({
        testimony, scope, use: card.use, answer: 'withdrawn', conditions: noConditions, evidence: said,
        cardLanguage: card.language, cardVersion: card.version,
      })
      announce(say('consent.takenBack'))
      onTakenBack(say('consent.takenBack'))
    } catch (thrown) {
      setFailure(codeOf(thrown))
    }
  }
  return (
    <Disclosure title={say('consent.takeBack')}>
      <div className={styles.stack}>
        <p>{say('consent.takeBack.says')} {say('consent.takeBack.happens')}</p>
        <EvidenceFields value={evidence} onChange={setEvidence} isMissing={wasTried} />
        {failure !== null && <Notice kind="care" said title={say('consent.failed')}>{say.failure(failure)}</Notice>}
        <div><Button onPress={() => void takeBack()}>{say('consent.takeBack.press')}</Button></div>
      </div>
    </Disclosure>
  )
}
