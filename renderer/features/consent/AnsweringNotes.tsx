// That what she answers with is in another language than hers, or that nobody has checked it.
import { isShortOfWords, type AnsweringWords } from '../../words/answering.ts'
import { useWords } from '../../words/say.tsx'
import styles from './consent.module.css'

interface AnsweringNotesProps {
  /** BCP 47, of the cards that she wants. */
  readonly language: string
  readonly answering: AnsweringWords | null
}

export function AnsweringNotes({ language, answering }: AnsweringNotesProps) {
  const say = useWords()
  const isShort = isShortOfWords(say, language, answering)
  if (!isShort && answering?.checked !== false) return null
  return (
    <p className={styles.soft} role="status">
      {isShort
        ? say('talk.answering.missing', { wanted: say.language(language), shown: say.language(say.locale) })
        : say('talk.answering.unchecked', { language: say.language(language) })}
    </p>
  )
}
