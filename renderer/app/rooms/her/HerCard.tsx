// One card with her: what it is for, who could see it, the worst; her answer, four of one size; and taking a yes back.
import { useState, type FormEvent } from 'react'
import { uses, type UseName } from '../../../../shared/domain/uses.ts'
import { noConditions, noLimits } from '../../../features/consent/consent-shapes.ts'
import { CardWords } from '../../../features/consent/CardWords.tsx'
import { useCards } from '../../../features/consent/use-consent.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { useDoing } from '../../../features/with-her/use-doing.ts'
import { Answers } from '../../../ui/Answers.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { useHerEvidence } from './her-evidence.ts'
import { HerConditions } from './HerConditions.tsx'
import styles from './HerRooms.module.css'

const given = ['yes', 'no', 'notYet', 'askEachTime'] as const
type Given = (typeof given)[number]

interface HerCardProps {
  readonly testimony: string
  readonly use: UseName
  readonly canTakeBack: boolean
  readonly onClose: () => void
}

export function HerCard({ testimony, use, canTakeBack, onClose }: HerCardProps) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const evidence = useHerEvidence()
  const [language, setLanguage] = useState(say.locale)
  const [answer, setAnswer] = useState<Given | null>(null)
  const [conditions, setConditions] = useState(noConditions)
  const [asks, setAsks] = useState(noLimits)
  const [tried, setTried] = useState(false)
  const { cards, failure } = useCards(language)
  const card = cards?.find((one) => one.use === use)
  const needsName = uses[use].namedRecipientOnly && answer === 'yes'
  const lacksDay = answer === 'yes' && asks.until && conditions.until === null
  const lacksTimes = answer === 'yes' && asks.times && conditions.times === null
  const isOver = conditions.until !== null && conditions.until < new Date().toISOString()
  const keep = (said: Given | 'withdrawn'): void =>
    doing.run(async () => {
      if (card === undefined) return
      await archive.consent.answer({
        testimony,
        scope: { kind: 'testimony' },
        use,
        answer: said,
        evidence,
        conditions: said === 'yes' ? conditions : noConditions,
        cardLanguage: card.language,
        cardVersion: card.version,
      })
      announce(say('her.card.kept', { use: say(`uses.use.${use}`), answer: say(`uses.answer.${said}`) }))
      onClose()
    })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (answer === null || needsName || lacksDay || lacksTimes || (answer === 'yes' && isOver)) return
    keep(answer)
  }
  return (
    <Dialog title={say(`uses.use.${use}`)} isOpen onClose={onClose} wide>
      <Failed failure={failure} />
      {card !== undefined && (
        <form onSubmit={submit} noValidate className={styles.form}>
          <CardWords card={card} language={language} onLanguage={setLanguage} />
          {canTakeBack && (
            <section className={styles.takeBack}>
              <p>{say('her.card.takeBack.says')}</p>
              <Button isDisabled={doing.busy} onPress={() => keep('withdrawn')}>
                {say('her.card.takeBack')}
              </Button>
            </section>
          )}
          <Answers<Given>
            label={say('her.card.answer')}
            value={answer}
            onChange={setAnswer}
            options={given.map((id) => ({ id, name: say(`consent.answer.${id}`) }))}
            wrong={tried && answer === null ? say('her.missing') : null}
          />
          {answer === 'yes' && !needsName && (
            <HerConditions
              value={conditions}
              onChange={(part) => setConditions((before) => ({ ...before, ...part }))}
              asks={asks}
              onAsks={setAsks}
            />
          )}
          {needsName && <Notice kind="care">{say('her.card.needsName')}</Notice>}
          {tried && lacksDay && (
            <Notice kind="care" said>
              {say('consent.until.missing')}
            </Notice>
          )}
          {tried && lacksTimes && (
            <Notice kind="care" said>
              {say('consent.times.missing')}
            </Notice>
          )}
          {tried && answer === 'yes' && isOver && (
            <Notice kind="care" said>
              {say('consent.until.past')}
            </Notice>
          )}
          <p className={styles.soft}>{say('her.card.later')}</p>
          <Failed failure={doing.failure} />
          <DialogActions>
            <Button kind="primary" type="submit" isDisabled={doing.busy || needsName}>
              {say('her.card.keep')}
            </Button>
            <Button onPress={onClose}>{say('her.change.leave')}</Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  )
}
