// Whether she has gone through her testimony, and the seven days that follow, which only she can waive.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useEvidence } from '../../app/use-evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Standing } from './consent-shapes.ts'
import styles from './consent.module.css'

export function ReviewOfHers({ testimony, standing }: { testimony: string; standing: Standing | undefined }) {
  const say = useWords()
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
  const evidence = useEvidence()
  const doing = useDoing()
  const keep = (): void => {
    const said = evidence.said()
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
      <EvidenceFields testimony={testimony} {...evidence.fields} />
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
