// Two versions in one, word by word: what would go is struck through, what would come is underlined; both are said.
import { compareTexts } from '../../../shared/domain/compare.ts'
import { useWords } from '../../words/say.tsx'
import styles from './with-her.module.css'

interface DifferentWordsProps {
  readonly before: string
  readonly after: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

export function DifferentWords({ before, after, language, direction }: DifferentWordsProps) {
  const say = useWords()
  return (
    <p lang={language} dir={direction} className={styles.compared}>
      {compareTexts(before, after, language).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'removed' ? (
          <del key={index}>
            <span className={styles.unseen}>{say('her.compare.goes')} </span>
            {text}
          </del>
        ) : (
          <ins key={index}>
            <span className={styles.unseen}>{say('her.compare.comes')} </span>
            {text}
          </ins>
        ),
      )}
    </p>
  )
}
