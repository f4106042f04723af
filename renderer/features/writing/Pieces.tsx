// Words as they were and as they are, in one line: what came and what went is told by more than colour.
import { useWords } from '../../words/say.tsx'
import type { TextPiece } from '../../../shared/domain/compare.ts'
import styles from './writing.module.css'

export function Pieces({
  pieces,
  language,
  direction,
}: {
  pieces: readonly TextPiece[]
  language: string
  direction: 'ltr' | 'rtl' | 'auto'
}) {
  const say = useWords()
  return (
    <p className={styles.compared} lang={language} dir={direction}>
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <Tag key={at} className={styles[kind]}>
            <span className={styles.unseen}>{say(`writing.${kind}`)} </span>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}
