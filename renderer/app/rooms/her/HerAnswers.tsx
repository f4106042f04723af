// Her answers, use by use, for each of her stories: as they stand, and a card for each on which she answers anew.
import { useState } from 'react'
import { useNames, type UseName } from '../../../../shared/domain/uses.ts'
import { AnswerShape } from '../../../features/consent/AnswerShape.tsx'
import { answerInWords, decidingEntry } from '../../../features/consent/answer-in-words.ts'
import type { Standing } from '../../../features/consent/consent-shapes.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { GoneThrough } from './GoneThrough.tsx'
import { useHerAbout } from './her-about.tsx'
import { HerCard } from './HerCard.tsx'
import { HerDecisions } from './HerDecisions.tsx'
import styles from './HerRooms.module.css'

export default function HerAnswers() {
  const say = useWords()
  const { about } = useHerAbout()
  const [chosen, setChosen] = useState<string | null>(null)
  const testimony = about.testimonies.find(({ id }) => id === chosen) ?? about.testimonies[0]
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.answers')}</h1>
      <p className={styles.lead}>{say('her.answers.says')}</p>
      {testimony === undefined && <p>{say('her.stories.none')}</p>}
      {testimony !== undefined && about.testimonies.length > 1 && (
        <Choice
          label={say('her.answers.story')}
          value={testimony.id}
          onChange={setChosen}
          options={about.testimonies.map(({ id, title }) => ({ id, name: title }))}
        />
      )}
      {testimony !== undefined && <AnswersOfStory key={testimony.id} testimony={testimony.id} />}
    </div>
  )
}

/** The answer to one use in words that speak to her, with the shape that stands for it. */
function answerToHer(say: ReturnType<typeof useWords>, { entries, wholeStory }: Standing, use: UseName) {
  const effect = wholeStory.find((one) => one.use === use) ?? { open: false, because: 'noEntry' as const, until: null }
  const entry = decidingEntry(entries, use, null)
  const { shape, canTakeBack } = answerInWords(say, effect, entry, [])
  const until = effect.until
  const words =
    effect.open && until !== null
      ? say('her.answer.yesUntil', { date: say.date(until) })
      : say(`her.answer.${effect.open ? 'yes' : (effect.because ?? 'noEntry')}`)
  return { words, shape, canTakeBack }
}

function AnswersOfStory({ testimony }: { testimony: string }) {
  const say = useWords()
  const [open, setOpen] = useState<UseName | null>(null)
  const { value: standing, failure } = useAnswer(
    ['consent', 'story'],
    (archive, signal) => archive.consent.read({ testimony }, signal),
    [testimony],
  )
  if (failure !== null) return <Failed failure={failure} />
  if (standing === undefined) return null
  const differing = new Set(standing.passages.map(({ use }) => use))
  return (
    <>
      <ul className={styles.uses} aria-label={say('her.room.answers')}>
        {useNames.map((use) => {
          const { words, shape } = answerToHer(say, standing, use)
          return (
            <li key={use}>
              <button type="button" className={styles.use} onClick={() => setOpen(use)}>
                <span className={styles.useName}>{say(`uses.use.${use}`)}</span>
                <span className={styles.useAnswer}>
                  <AnswerShape shape={shape} /> {words}
                </span>
                {differing.has(use) && <span className={styles.soft}>{say('her.answers.differs')}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      <GoneThrough testimony={testimony} />
      <Disclosure title={say('her.answers.all')}>
        <HerDecisions entries={standing.entries} />
      </Disclosure>
      {open !== null && (
        <HerCard
          testimony={testimony}
          use={open}
          canTakeBack={answerToHer(say, standing, open).canTakeBack}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
