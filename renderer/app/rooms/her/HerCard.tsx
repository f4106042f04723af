// One card with her: what it is for, who could see it, the worst; what her answer is about, and her answer, four of one size.
import { useState, type FormEvent } from 'react'
import { useOf, type UseName } from '../../../../shared/domain/consent/uses.ts'
import { AnsweringNotes } from '../../../features/consent/AnsweringNotes.tsx'
import { faultsOf } from '../../../features/consent/answer-faults.ts'
import { CardWords } from '../../../features/consent/CardWords.tsx'
import { ConditionFields } from '../../../features/consent/ConditionFields.tsx'
import {
  keptConditions,
  noConditions,
  noLimits,
  type Recipient,
  type Scope,
  type Standing,
} from '../../../features/consent/consent-shapes.ts'
import { NameStaysHere } from '../../../features/consent/NameStaysHere.tsx'
import { WaitsForEvent } from '../../../features/consent/WaitsForEvent.tsx'
import { useCards } from '../../../features/consent/use-consent.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords, WordsToAnswer } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import type { AnswersToHer } from '../../../features/consent/answers-to-her.ts'
import { FourAnswers, type Given } from './FourAnswers.tsx'
import { useHerEvidence } from './her-evidence.ts'
import { HerRecipients } from './HerRecipients.tsx'
import { HerScope } from './HerScope.tsx'
import styles from './HerRooms.module.css'
import { useUses } from '../../uses.tsx'

interface HerCardProps {
  readonly testimony: string
  readonly use: UseName
  readonly answers: AnswersToHer
  readonly standing: Standing
  /** Those whom an answer of hers names already. */
  readonly recipients: readonly Recipient[]
  /** In her own copy nobody new can be named. */
  readonly isCopy: boolean
  readonly onClose: () => void
}

export function HerCard({ testimony, use, answers, standing, recipients, isCopy, onClose }: HerCardProps) {
  const say = useWords()
  const { nameOf } = useUses()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const evidence = useHerEvidence()
  const [language, setLanguage] = useState(say.locale)
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [answer, setAnswer] = useState<Given | null>(null)
  const [conditions, setConditions] = useState(noConditions)
  const [added, setAdded] = useState<readonly Recipient[]>([])
  const [nameIsUnfinished, setNameUnfinished] = useState(false)
  const [asks, setAsks] = useState(noLimits)
  const [tried, setTried] = useState(false)
  const { cards, languages, answering, failure } = useCards(language)
  const card = cards?.find((one) => one.use === use)

  const known = [...recipients, ...added.filter(({ id }) => !recipients.some((one) => one.id === id))]
  const mustName = useOf(use).namedRecipientOnly
  const isYes = answer === 'yes'
  const canNameNobody = isYes && mustName && isCopy && known.length === 0
  const choosesNone = chosen !== null && chosen.size === 0
  const faults = isYes
    ? faultsOf(
        { conditions, asks, mustName: mustName && !canNameNobody, nameIsUnfinished, speaksTo: 'narrator' },
        new Date().toISOString(),
      )
    : []

  const { whole, differing } = answers
  const now = chosen === null ? [whole] : [...chosen].map((passage) => differing.get(passage) ?? whole)
  // Taking the whole back takes back what she allowed for single passages too.
  const couldTakeBack = chosen === null ? [whole, ...differing.values()] : now

  const keep = (said: Given | 'withdrawn'): void =>
    doing.run(async () => {
      if (card === undefined) return
      const scope: Scope = chosen === null ? { kind: 'testimony' } : { kind: 'passages', passages: [...chosen] }
      await archive.consent.answer({
        testimony,
        scope,
        use,
        answer: said,
        evidence,
        conditions: said === 'yes' ? keptConditions(conditions) : noConditions,
        cardLanguage: card.language,
        cardVersion: card.version,
      })
      announce(say('her.card.kept', { use: nameOf(use), answer: say(`uses.answer.${said}`) }))
      onClose()
    })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (answer === null || choosesNone || canNameNobody || faults.length > 0) return
    keep(answer)
  }
  const who = (
    <HerRecipients
      mustName={mustName}
      chosen={conditions.recipients}
      onChange={(named) => setConditions((before) => ({ ...before, recipients: [...named] }))}
      recipients={known}
      onAdded={isCopy ? null : (one) => setAdded((before) => [...before, one])}
      onUnfinished={setNameUnfinished}
    />
  )
  return (
    <Dialog title={nameOf(use)} isOpen onClose={onClose} wide>
      <Failed failure={failure} />
      {card !== undefined && (
        <form onSubmit={submit} noValidate className={styles.form}>
          <CardWords card={card} language={language} languages={languages} onLanguage={setLanguage} />
          <HerScope
            testimony={testimony}
            chosen={chosen}
            onChoose={setChosen}
            wrong={tried && choosesNone ? say('her.card.noPassage') : null}
          />
          {now.length > 0 && (
            <p>{say('her.card.now', { answer: say.list([...new Set(now.map(({ words }) => words))]) })}</p>
          )}
          {chosen === null && differing.size > 0 && <p className={styles.soft}>{say('her.card.own')}</p>}
          {couldTakeBack.some(({ canTakeBack }) => canTakeBack) && (
            <section className={styles.takeBack}>
              <p>{say('her.card.takeBack.says')}</p>
              <Button isDisabled={doing.busy} onPress={() => keep('withdrawn')}>
                {say('her.card.takeBack')}
              </Button>
            </section>
          )}
          <WaitsForEvent testimony={testimony} use={use} standing={standing} herEvidence={evidence} />
          <AnsweringNotes language={language} answering={answering} />
          <WordsToAnswer language={language} given={answering}>
            <FourAnswers
              value={answer}
              onChange={setAnswer}
              wrong={tried && answer === null ? say('her.missing') : null}
            />
          </WordsToAnswer>
          {canNameNobody && <Notice kind="care">{say('her.card.needsName')}</Notice>}
          {isYes && mustName && !canNameNobody && who}
          {isYes && !canNameNobody && (
            <WordsToAnswer language={language} given={answering}>
              <ConditionFields
                speaksTo="narrator"
                value={conditions}
                onChange={(part) => setConditions((before) => ({ ...before, ...part }))}
                asks={asks}
                onAsks={setAsks}
                who={mustName ? null : who}
                besideName={
                  <NameStaysHere testimony={testimony} use={use} nameAs={conditions.nameAs} speaksTo="narrator" />
                }
              />
            </WordsToAnswer>
          )}
          {tried &&
            faults.map((fault) => (
              <Notice key={fault} kind="care" said>
                {say(fault)}
              </Notice>
            ))}
          <p className={styles.soft}>{say('her.card.later')}</p>
          <Failed failure={doing.failure} />
          <DialogActions>
            <Button kind="primary" type="submit" isDisabled={doing.busy || canNameNobody}>
              {say('her.card.keep')}
            </Button>
            <Button onPress={onClose}>{say('her.change.leave')}</Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  )
}
