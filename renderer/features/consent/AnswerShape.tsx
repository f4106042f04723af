// The shape of an answer: told apart by form alone. The words beside it say the same.
import type { AnswerShapeName } from './answer-in-words.ts'
import styles from './consent.module.css'

const drawings: Readonly<Record<AnswerShapeName, React.ReactNode>> = {
  open: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.2l2.4 2.4 4.6-5" className={styles.cut} />
    </>
  ),
  openUntil: (
    <>
      <path d="M8 1a7 7 0 1 0 7 7h-7z" fill="currentColor" />
      <path d="M10.5 1.5a7 7 0 0 1 4 4" className={styles.line} />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.2" className={styles.line} />
      <path d="M4.5 8h7" className={styles.line} />
    </>
  ),
  waiting: <path d="M3 2h10M3 14h10M4.5 2c0 4 7 8 7 12M11.5 2c0 4-7 8-7 12" className={styles.line} />,
  ask: (
    <>
      <path d="M5.2 5.6a2.9 2.9 0 1 1 4.2 2.6C8.4 8.7 8 9.3 8 10.4" className={styles.line} />
      <circle cx="8" cy="13.6" r="1.1" fill="currentColor" />
    </>
  ),
  silent: <circle cx="8" cy="8" r="6.2" className={styles.dashed} />,
  takenBack: <path d="M6.5 2.5L2.5 6l4 3.5M2.5 6H10a3.7 3.7 0 0 1 0 7.4H6" className={styles.line} />,
}

export function AnswerShape({ shape }: { shape: AnswerShapeName }) {
  return (
    <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true" data-shape={shape}>
      {drawings[shape]}
    </svg>
  )
}
