// She takes a yes back: no reason is asked, and what happens is said beforehand.
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useEvidence } from '../../app/use-evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { noConditions, type Card, type Scope } from './consent-shapes.ts'
import styles from './consent.module.css'

interface Props {
  readonly testimony: string
  readonly card: Card
  readonly scope: Scope
  readonly onTakenBack: (said: string) => void
  readonly onNot: () => void
}

export function TakeBack({ testimony, card, scope, onTakenBack, onNot }: Props) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const evidence = useEvidence()
  const doing = useDoing()
  const takeBack = (): void => {
    const said = evidence.said()
    if (said === null) return
    doing.run(async () => {
      await archive.consent.answer({
        testimony,
        scope,
        use: card.use,
        answer: 'withdrawn',
        conditions: noConditions,
        evidence: said,
        cardLanguage: card.language,
        cardVersion: card.version,
      })
      announce(say('consent.takenBack'))
      onTakenBack(say('consent.takenBack'))
    })
  }
  return (
    <section className={styles.stack}>
      <h3>{say('consent.takeBack')}</h3>
      <p>
        {say('consent.takeBack.says')} {say('consent.takeBack.happens')}
      </p>
      <EvidenceFields testimony={testimony} {...evidence.fields} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('consent.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" onPress={takeBack}>
          {say('consent.takeBack.press')}
        </Button>
        <Button onPress={onNot}>{say('consent.review.never')}</Button>
      </div>
    </section>
  )
}
