// Whether she has gone through her testimony, and the seven days that follow, which only she can waive.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { useConsent } from './use-consent.ts'
import styles from './consent.module.css'

export function ReviewOfHers({ testimony }: { testimony: string }) {
  const say = useWords()
  const { standing } = useConsent(testimony)
  const [isKeeping, setKeeping] = useState(false)
  if (standing === undefined) return null
  const { reviewedAt, coolingOffUntil, entries } = standing
  const waived = entries.findLast(({ kind }) => kind === 'coolingOffWaived')
  const isCooling = waived === undefined && coolingOffUntil !== null && coolingOffUntil > new Date().toISOString()
  return (
    <div className={styles.stack}>
      {reviewedAt === null ? (
        <p>{say('consent.review.not')}</p>
      ) : (
        <p>{say('consent.review.done', { date: say.date(reviewedAt) })}</p>
      )}
      {isCooling && <p>{say('consent.review.cooling', { moment: say.moment(coolingOffUntil) })}</p>}
      {reviewedAt !== null && waived !== undefined && (
        <p>{say('consent.review.waived', { date: say.date(waived.at) })}</p>
      )}
      {reviewedAt !== null && waived === undefined && !isCooling && <p>{say('consent.review.over')}</p>}
      {isCooling && <p>{say('consent.review.hersAlone')}</p>}
      {isKeeping ? (
        <ReviewStep testimony={testimony} onEnd={() => setKeeping(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button onPress={() => setKeeping(true)}>{say('consent.review.press')}</Button>
        </div>
      )}
    </div>
  )
}

function ReviewStep({ testimony, onEnd }: { testimony: string; onEnd: () => void }) {
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
      await archive.consent.reviewed({ testimony, evidence: said })
      onEnd()
    })
  }
  return (
    <section className={styles.step}>
      <h3>{say('consent.review.press')}</h3>
      <p>{say('consent.review.says')}</p>
      <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('consent.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" onPress={keep}>
          {say('consent.review.keep')}
        </Button>
        <Button onPress={onEnd}>{say('consent.review.never')}</Button>
      </div>
    </section>
  )
}
