// One consent card with her: the card, what her answer is about, the answer, and taking a yes back.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { answersOf } from './answers-of.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { CardWords } from './CardWords.tsx'
import type { Scope } from './consent-shapes.ts'
import { namedIn } from './named-in.ts'
import { TakeBack } from './TakeBack.tsx'
import { WaitsForEvent } from './WaitsForEvent.tsx'
import { useCards, type ConsentRead } from './use-consent.ts'
import styles from './consent.module.css'
import { useUses } from '../../app/uses.tsx'

interface Props {
  readonly testimony: string
  readonly read: ConsentRead
  readonly use: UseName
  readonly selectedPassages: readonly string[]
  readonly onClose: () => void
  /** What was kept, in words, once it is kept. */
  readonly onKept: (said: string) => void
}

export function ConsentCard({ testimony, read, use, selectedPassages, onClose, onKept }: Props) {
  const say = useWords()
  const { nameOf } = useUses()
  const [language, setLanguage] = useState(say.locale)
  const [about, setAbout] = useState<Scope['kind']>(selectedPassages.length > 0 ? 'passages' : 'testimony')
  const [isTakingBack, setTakingBack] = useState(false)
  const { standing, recipients, failure } = read
  const { cards, languages, failure: cardFailure } = useCards(language)
  const card = cards?.find((one) => one.use === use)
  const scope: Scope =
    about === 'passages' && selectedPassages.length > 0
      ? { kind: 'passages', passages: [...selectedPassages] }
      : { kind: 'testimony' }
  const answers = standing === undefined ? undefined : answersOf(say, standing, recipients, use, selectedPassages)
  const standsAs =
    answers === undefined
      ? []
      : [...new Set((scope.kind === 'testimony' ? [answers.whole] : answers.chosen).map(({ words }) => words))]
  const canTakeBack =
    scope.kind === 'testimony'
      ? answers?.whole.canTakeBack === true || answers?.differing.some(({ canTakeBack: can }) => can) === true
      : answers?.chosen.some(({ canTakeBack: can }) => can) === true
  const failed = failure ?? cardFailure
  return (
    <Dialog title={nameOf(use)} isOpen onClose={onClose}>
      {failed !== null && (
        <Notice kind="care" said>
          {say.failure(failed)}
        </Notice>
      )}
      {card !== undefined && standing !== undefined && (
        <div className={styles.stack}>
          <CardWords card={card} language={language} languages={languages} onLanguage={setLanguage} />
          {selectedPassages.length === 0 ? (
            <p className={styles.soft}>{say('consent.scope.widest')}</p>
          ) : (
            <Answers
              label={say('consent.scope')}
              value={about}
              onChange={setAbout}
              options={[
                { id: 'testimony', name: say('consent.scope.testimony') },
                { id: 'passages', name: say('consent.scope.passages', { count: selectedPassages.length }) },
              ]}
            />
          )}
          <p>
            {say('consent.now')} <strong>{say.list(standsAs)}</strong>
          </p>
          <WaitsForEvent testimony={testimony} use={use} standing={standing} herEvidence={null} />
          {canTakeBack && isTakingBack ? (
            <TakeBack
              testimony={testimony}
              card={card}
              scope={scope}
              onTakenBack={onKept}
              onNot={() => setTakingBack(false)}
            />
          ) : (
            <>
              {canTakeBack && (
                <p>
                  {say('consent.takeBack.now')}{' '}
                  <Button onPress={() => setTakingBack(true)}>{say('consent.takeBack')}</Button>
                </p>
              )}
              <AnswerForm
                testimony={testimony}
                card={card}
                scope={scope}
                recipients={recipients}
                namedBefore={namedIn(standing.entries)}
                onKept={onKept}
                onNot={onClose}
              />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}
