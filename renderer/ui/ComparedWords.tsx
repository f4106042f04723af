// Words as they were and as they are, in one line: what went is struck through, what came is underlined, and both are said.
import type { TextPiece } from '../../shared/domain/writing/compare.ts'
import styles from './ComparedWords.module.css'

interface ComparedWordsProps {
  readonly pieces: readonly TextPiece[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl' | 'auto'
  /** What is said before the words that came, and before those that went, to people who do not see the lines. */
  readonly names: { readonly added: string; readonly removed: string }
  /** As large as a story is read; small beside one. */
  readonly size: 'reading' | 'beside'
}

export function ComparedWords({ pieces, language, direction, names, size }: ComparedWordsProps) {
  return (
    <p className={styles.compared} data-size={size} lang={language} dir={direction}>
      {pieces.map(({ kind, text }, at) => {
        // A piece has no name of its own; its place is what it is.
        if (kind === 'same') return <span key={at}>{text}</span>
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <Tag key={at}>
            <span className={styles.unseen}>{names[kind]} </span>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}
