// Her answer to exactly this: yes, no, or not yet, of one size. A yes needs that she could see it; a no never waits.
import { useState, type FormEvent } from 'react'
import type { Prepared, Reason } from '../../../features/excerpts/excerpt-shapes.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Answers } from '../../../ui/Answers.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnnounce } from '../../announce.tsx'
import { useArchive } from '../../archive.tsx'
import { useDoing } from '../../use-doing.ts'
import { GoneThrough } from './GoneThrough.tsx'
import { HersToAnswerFirst } from './HersToAnswerFirst.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerEvidence } from './her-evidence.ts'
import { useHerPlace } from './her-place.tsx'
import { OpenKey } from './OpenKey.tsx'
import type { HerExcerpt } from './use-her-excerpts.ts'
import styles from './HerRooms.module.css'

type Said = 'yes' | 'no' | 'notYet' | 'asItIs'

/** What she can say now. Where she has answered, that stands until she answers otherwise. */
function answersTo(kind: HerExcerpt['standing']['kind']): readonly Said[] {
  if (kind === 'waits') return ['yes', 'no', 'notYet']
  if (kind === 'saidYes') return ['no', 'asItIs']
  return kind === 'saidNo' ? ['yes', 'asItIs'] : ['no', 'notYet']
}

interface Props {
  readonly excerpt: HerExcerpt
  readonly reasons: readonly Reason[]
  /** What she has before her; null until she can see it. */
  readonly made: Prepared | null
}

export function HerExcerptAnswer({ excerpt, reasons, made }: Props) {
  const say = useWords()
  const { go } = useHerPlace()
  const { kind } = excerpt.standing
  if (kind === 'givenOut')
    return (
      <Notice action={<Button onPress={() => go({ room: 'givenOut' })}>{say('her.room.givenOut')}</Button>}>
        {say('her.excerpt.given')}
      </Notice>
    )
  return (
    <section className={styles.part} aria-labelledby="her-answer">
      <h2 id="her-answer">{say('her.excerpt.answer.title')}</h2>
      {kind === 'beingMade' && <p>{say('her.excerpt.beingMade')}</p>}
      {kind === 'closed' && <p>{say('her.excerpt.closed')}</p>}
      {(kind === 'beingMade' || kind === 'closed' || kind === 'toAnswer') && <HersToAnswerFirst reasons={reasons} />}
      {kind === 'saidYes' && <p>{say('her.excerpt.mayChange')}</p>}
      {kind === 'saidNo' && <p>{say('her.excerpt.mayStillSayYes')}</p>}
      {(kind === 'toGoThrough' || kind === 'waitsUntil') && <GoneThrough testimony={excerpt.testimony} />}
      {made !== null && <AnswerForm key={made.contentHash} excerpt={excerpt} reasons={reasons} made={made} />}
    </section>
  )
}

function AnswerForm({ excerpt, reasons, made }: Props & { readonly made: Prepared }) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const doing = useDoing()
  const evidence = useHerEvidence()
  const { about, again: askAboutAgain } = useHerAbout()
  const { go } = useHerPlace()
  const [answer, setAnswer] = useState<Said | null>(null)
  const [why, setWhy] = useState('')
  const [seesHowLittle, setSeesHowLittle] = useState(false)
  const [tried, setTried] = useState(false)
  const { kind } = excerpt.standing
  const below = reasons.find((reason) => reason.kind === 'belowHerLine')
  const lacksKey = answer === 'yes' && about.hasPassphrase && !about.keyOpen
  const { contentHash, mirrorHash } = made
  const keep = (): void => {
    setTried(true)
    if (answer === null || lacksKey || (answer === 'yes' && below !== undefined && !seesHowLittle)) return
    if (answer === 'notYet' || answer === 'asItIs') {
      announce(say(`her.excerpt.did.${answer}`))
      return go({ room: 'excerpts' })
    }
    doing.run(
      async () => {
        if (answer === 'yes')
          await archive.excerpts.signOff({ excerpt: excerpt.id, contentHash, mirror: mirrorHash, evidence })
        else await archive.excerpts.refuse({ excerpt: excerpt.id, contentHash, why: why.trim(), evidence })
        setAnswer(null)
        setWhy('')
        setTried(false)
      },
      say(`her.excerpt.did.${answer}`),
    )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    keep()
  }
  return (
    <>
      {(kind === 'waitsUntil' || kind === 'toGoThrough') && <p>{say('her.excerpt.noYes')}</p>}
      <form onSubmit={submit} noValidate className={styles.form}>
        <Answers<Said>
          label={say('her.excerpt.answer')}
          value={answer}
          onChange={setAnswer}
          options={answersTo(kind).map((id) => ({
            id,
            name: say(`her.excerpt.answer.${id}`),
            note: say(`her.excerpt.answer.${id}.note`),
          }))}
          wrong={tried && answer === null ? say('her.excerpt.answer.missing') : null}
        />
        {answer === 'yes' && below !== undefined && (
          <>
            <Notice kind="care">{say('her.excerpt.below', { share: below.share, threshold: below.threshold })}</Notice>
            <CheckBox isSelected={seesHowLittle} onChange={setSeesHowLittle}>
              {say('her.excerpt.below.yes')}
            </CheckBox>
            {tried && !seesHowLittle && (
              <Notice kind="care" said>
                {say('her.excerpt.below.missing')}
              </Notice>
            )}
          </>
        )}
        {answer === 'no' && (
          <TextArea
            label={say('her.excerpt.why')}
            note={say('her.excerpt.why.note')}
            value={why}
            onChange={setWhy}
            maxLength={2_000}
            rows={3}
          />
        )}
        <Failed failure={doing.failure} />
        {!lacksKey && (
          <div className={styles.row}>
            <Button kind="primary" type="submit" isDisabled={doing.busy}>
              {say('her.excerpt.keep')}
            </Button>
          </div>
        )}
      </form>
      {lacksKey && (
        <>
          <p>{say('her.excerpt.signs')}</p>
          <OpenKey onOpened={askAboutAgain} />
        </>
      )}
    </>
  )
}
