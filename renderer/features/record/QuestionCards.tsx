// The archive's own questions, one card at a time. Each can be skipped; none has to be asked.
import { useState } from 'react'
import type { AskedCard } from '../../app/beside.ts'
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { useWords } from '../../words/say.tsx'
import { KeyButton } from './KeyButton.tsx'
import styles from './record.module.css'

interface QuestionCardsProps {
  readonly questions: readonly AskedCard[]
  readonly keys: boolean
  /** A card came before her. */
  readonly onAsk: (words: string) => void
}

export function QuestionCards({ questions, keys, onAsk }: QuestionCardsProps) {
  const say = useWords()
  /** Null until the first one is wanted; beyond the last one there are no more. */
  const [at, setAt] = useState<number | null>(null)
  const [skipped, setSkipped] = useState<readonly AskedCard[]>([])
  const left = questions.filter((one) => !skipped.includes(one))
  if (questions.length === 0) return null
  const question = at === null ? undefined : left[at]
  const show = (next: number, among = left): void => {
    setAt(next)
    const shown = among[next]
    if (shown !== undefined) onAsk(shown.words)
  }
  const skip = (): void => {
    if (question === undefined || at === null) return
    setSkipped([...skipped, question])
    show(
      at,
      left.filter((one) => one !== question),
    )
  }
  const key = (letter: string): string | null => (keys ? letter : null)
  return (
    <section className={styles.questions} aria-label={say('recorder.questions')}>
      {question !== undefined && at !== null && (
        <div className={styles.card} role="status">
          <p className={styles.soft}>{say('recorder.question.of', { number: at + 1, all: left.length })}</p>
          <p className={styles.question} lang={question.language} dir={directionOf(question.language)}>
            {question.words}
          </p>
        </div>
      )}
      {at !== null && question === undefined && <p role="status">{say('recorder.question.done')}</p>}
      <div className={styles.others}>
        {at === null ? (
          <KeyButton small single={key('N')} onPress={() => show(0)}>
            {say('recorder.question.first')}
          </KeyButton>
        ) : (
          <>
            <KeyButton small single={key('N')} isDisabled={question === undefined} onPress={() => show(at + 1)}>
              {say('recorder.question.next')}
            </KeyButton>
            <KeyButton small single={key('S')} isDisabled={question === undefined} onPress={skip}>
              {say('recorder.question.skip')}
            </KeyButton>
            <KeyButton small single={key('K')} isDisabled={at === 0} onPress={() => show(at - 1)}>
              {say('recorder.question.back')}
            </KeyButton>
          </>
        )}
      </div>
    </section>
  )
}
