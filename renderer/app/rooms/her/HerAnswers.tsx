// Her answers, use by use, for each of her stories: as they stand, whole and by passage, and a card for each on which she
// answers anew.
import { useState } from 'react'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { AnswerShape } from '../../../features/consent/AnswerShape.tsx'
import { HistoryOfAnswers } from '../../../features/consent/HistoryOfAnswers.tsx'
import { useConsent } from '../../../features/consent/use-consent.ts'
import { Receipt } from '../../../features/receipt/Receipt.tsx'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { useWords } from '../../../words/say.tsx'
import { answersToHer, counted } from '../../../features/consent/answers-to-her.ts'
import { WhereItStands } from './GoneThrough.tsx'
import { useHerAbout } from './her-about.tsx'
import { HerCard } from './HerCard.tsx'
import { useHerPlace } from './her-place.tsx'
import styles from './HerRooms.module.css'
import { useUses } from '../../uses.tsx'

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
      {testimony !== undefined && (
        <p>
          <Receipt narrator={about.narrator} language={testimony.language} who="her" />
        </p>
      )}
    </div>
  )
}

function AnswersOfStory({ testimony }: { testimony: string }) {
  const say = useWords()
  const [open, setOpen] = useState<UseName | null>(null)
  const { about } = useHerAbout()
  const { asked } = useUses()
  const { go } = useHerPlace()
  const { standing, recipients, failure, again } = useConsent(testimony)
  if (failure !== null) return <Failed failure={failure} />
  if (standing === undefined) return null
  return (
    <>
      <p>
        <Button kind="primary" onPress={() => go({ room: 'conversation', testimony, onlyAgain: false })}>
          {say('talk.begin.narrator')}
        </Button>
      </p>
      <ul className={styles.uses} aria-label={say('her.room.answers')}>
        {asked.map(({ use, name }) => {
          const { whole, differing } = answersToHer(say, standing, recipients, use)
          return (
            <li key={use}>
              <button type="button" className={styles.use} onClick={() => setOpen(use)}>
                <span className={styles.useName}>{name}</span>
                <span className={styles.useAnswer}>
                  <AnswerShape shape={whole.shape} /> {whole.words}
                </span>
                {counted(differing.values()).map(({ answer, count }) => (
                  <span key={answer.words} className={styles.useAnswer}>
                    <AnswerShape shape={answer.shape} /> {say('consent.elsewhere', { count, answer: answer.words })}
                  </span>
                ))}
              </button>
            </li>
          )
        })}
      </ul>
      <WhereItStands testimony={testimony} standing={standing} onKept={again} />
      <HistoryOfAnswers
        testimony={testimony}
        speaksTo="narrator"
        entries={standing.entries}
        keysForgotten={standing.keysForgotten}
        papersUsed={standing.papersUsed}
        recipients={recipients}
      />
      {open !== null && (
        <HerCard
          testimony={testimony}
          use={open}
          answers={answersToHer(say, standing, recipients, open)}
          standing={standing}
          recipients={recipients}
          isCopy={about.isCopy}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
