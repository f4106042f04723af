// Words that somebody wrote about her, signed: she has seen them, or she disagrees, in her own words if she wants.
import { useState } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { ShownWordsAbout } from './her-shapes.ts'
import styles from './with-her.module.css'

interface WordsAboutCardProps {
  readonly about: ShownWordsAbout
  readonly onAnswer: (seen: 'yes' | 'disagrees', answer: string) => Promise<void>
}

export function WordsAboutCard({ about, onAnswer }: WordsAboutCardProps) {
  const say = useWords()
  const doing = useDoing()
  const { kind, text, language, author, at, seen, answer } = about
  const [disagreeing, setDisagreeing] = useState(false)
  const [words, setWords] = useState(answer)
  return (
    <section className={styles.card} aria-label={say(`her.wordsAbout.${kind}`)}>
      <VoiceOfOthers
        signed={say('her.wordsAbout.by', { kind: say(`her.wordsAbout.${kind}`), author, date: say.date(at) })}
      >
        <span lang={language} dir="auto" className={styles.block}>
          {text}
        </span>
      </VoiceOfOthers>
      {seen !== 'no' && <p className={styles.state}>{say(`her.wordsAbout.seen.${seen}`)}</p>}
      {answer !== '' && !disagreeing && (
        <p className={styles.quote} dir="auto" data-voice="hers">
          {answer}
        </p>
      )}
      {disagreeing ? (
        <>
          <TextArea
            label={say('her.wordsAbout.answer')}
            note={say('her.wordsAbout.answer.note')}
            value={words}
            onChange={setWords}
            dir="auto"
            rows={3}
            maxLength={2_000}
            autoFocus
          />
          <div className={styles.row}>
            <Button
              kind="primary"
              isDisabled={doing.busy}
              onPress={() =>
                doing.run(async () => {
                  await onAnswer('disagrees', words.trim())
                  setDisagreeing(false)
                })
              }
            >
              {say('her.keep')}
            </Button>
            <Button onPress={() => setDisagreeing(false)}>{say('ui.cancel')}</Button>
          </div>
        </>
      ) : (
        <div className={styles.equal}>
          <Button isDisabled={doing.busy} onPress={() => doing.run(() => onAnswer('yes', ''))}>
            {say('her.wordsAbout.saw')}
          </Button>
          <Button isDisabled={doing.busy} onPress={() => setDisagreeing(true)}>
            {say('her.wordsAbout.disagree')}
          </Button>
        </div>
      )}
      <Failed failure={doing.failure} />
    </section>
  )
}
