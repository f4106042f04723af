// The card itself: its picture and words, in her language and read aloud, what she has said so far, and four answers of one size.
import { useState } from 'react'
import { Answers } from '../../../ui/Answers.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { UsePicture } from '../../../ui/UsePicture.tsx'
import { useWords } from '../../../words/say.tsx'
import { AnsweringNotes } from '../AnsweringNotes.tsx'
import { answersToHer } from '../answers-to-her.ts'
import { CardThen } from '../CardAsRead.tsx'
import { CardFace, CardNotes } from '../CardFace.tsx'
import { NoVoice } from '../ReadAloud.tsx'
import { WaitsForEvent } from '../WaitsForEvent.tsx'
import { answeredWith, saidAgain, type Said } from './answer-draft.ts'
import type { StagePageProps } from './AnswerPage.tsx'
import { InHerLanguage } from './InHerLanguage.tsx'
import { useTalk } from './talk.ts'
import { Turned } from './Turned.tsx'
import type { Step } from './where-she-is.ts'
import styles from './conversation.module.css'

const four = ['yes', 'no', 'notYet', 'askEachTime'] as const
type Four = (typeof four)[number]

export function CardPage({ step, draft, onChange, onGoOn }: StagePageProps) {
  const say = useWords()
  const { language, answering, standing, recipients, testimony, herEvidence } = useTalk()
  const [wasTried, setTried] = useState(false)
  const { use, card, wants } = step
  const { whole, differing } = answersToHer(say, standing, recipients, use)
  const canTakeBack = [whole, ...differing.values()].some((answer) => answer.canTakeBack)
  const said = four.find((one) => one === draft.said) ?? null
  const begin = (answer: Said): void => {
    onChange(answeredWith(draft, answer))
    onGoOn()
  }
  return (
    <>
      <CardNotes card={card} wanted={language} />
      <AnsweringNotes language={language} answering={answering} />
      <article className={styles.face}>
        <div className={styles.picture}>
          <UsePicture use={use} size="100%" />
        </div>
        <CardFace heads="h3" card={card} title={(words) => <Turned className={styles.faceTitle}>{words}</Turned>} />
      </article>
      <NoVoice language={card.language} />
      {wants !== null && wants !== 'unasked' && <LookAgain step={step} onSaid={onChange} onGoOn={onGoOn} />}
      {wants === 'reworded' && <WordsThen step={step} />}
      {step.last !== null && <p>{say('talk.now', { answer: whole.words })}</p>}
      <InHerLanguage>
        <FourAnswers
          value={said}
          onChange={(answer) => onChange({ ...answeredWith(draft, answer), renews: null })}
          isMissing={wasTried && said === null}
        />
        <GoOn
          onPress={() => {
            setTried(true)
            if (said !== null) onGoOn()
          }}
        />
      </InHerLanguage>
      <WaitsForEvent testimony={testimony} use={use} standing={standing} herEvidence={herEvidence} />
      {canTakeBack && (
        <section className={styles.part}>
          <p>{say('talk.takeBack.says')}</p>
          <Button onPress={() => begin('withdrawn')}>{say('talk.takeBack')}</Button>
        </section>
      )}
    </>
  )
}

function GoOn({ onPress }: { readonly onPress: () => void }) {
  const say = useWords()
  return (
    <p>
      <Button kind="primary" onPress={onPress}>
        {say('talk.go')}
      </Button>
    </p>
  )
}

interface FourAnswersProps {
  readonly value: Four | null
  readonly onChange: (answer: Four) => void
  readonly isMissing: boolean
}

function FourAnswers({ value, onChange, isMissing }: FourAnswersProps) {
  const say = useWords()
  return (
    <div className={styles.four}>
      <Answers<Four>
        label={say('talk.answer')}
        value={value}
        onChange={onChange}
        options={four.map((id) => ({ id, name: say(`consent.answer.${id}`) }))}
        wrong={isMissing ? say('talk.answer.missing') : null}
      />
    </div>
  )
}

/** The words that she answered, beside those that they are now. */
function WordsThen({ step: { last } }: { readonly step: Step }) {
  const say = useWords()
  if (last === null || last.use === null || last.cardLanguage === null || last.cardVersion === null) return null
  return (
    <section className={styles.then} aria-labelledby="talk-then">
      <h3 id="talk-then">{say('talk.wordsThen', { date: say.date(last.at) })}</h3>
      <CardThen use={last.use} language={last.cardLanguage} version={last.cardVersion} />
    </section>
  )
}

interface LookAgainProps {
  readonly step: Step
  readonly onSaid: StagePageProps['onChange']
  readonly onGoOn: () => void
}

/** Why the card comes up again, and the three ways on; leaving it as it is needs nothing. */
function LookAgain({ step: { wants, again }, onSaid, onGoOn }: LookAgainProps) {
  const say = useWords()
  if (wants === null || wants === 'unasked') return null
  const words =
    wants === 'reviewDue'
      ? say('talk.wants.reviewDue', { date: again?.reviewAt == null ? '' : say.date(again.reviewAt) })
      : say(`talk.wants.${wants}`)
  return (
    <Notice
      kind="care"
      action={
        again !== null && (
          <div className={styles.buttons}>
            <Button
              onPress={() => {
                onSaid(saidAgain(again, wants))
                onGoOn()
              }}
            >
              {say('talk.renew')}
            </Button>
            {again.answer === 'yes' && (
              <Button
                onPress={() => {
                  onSaid({ said: 'withdrawn', scope: again.scope ?? { kind: 'testimony' } })
                  onGoOn()
                }}
              >
                {say('talk.end')}
              </Button>
            )}
          </div>
        )
      }
    >
      {words} {again !== null && say('talk.renew.says')}
    </Notice>
  )
}
