// The shape of what she has said to a passage: told apart by form alone; the words beside it say the same.
import styles from './with-her.module.css'

export type LookState = 'heard' | 'right' | 'changed' | 'later' | 'sealed'

const drawings: Readonly<Record<LookState, React.ReactNode>> = {
  heard: <path d="M3 6v4h2.5L9 13V3L5.5 6zM11.5 5.5a4 4 0 0 1 0 5" />,
  right: <path d="M2.5 8.5l3.6 3.7 7.4-8.4" />,
  changed: <path d="M3 13l.8-3.2L11 2.6l2.4 2.4-7.2 7.2zM2.5 14.5h11" />,
  later: <path d="M3 2h10M3 14h10M4.5 2c0 4 7 8 7 12M11.5 2c0 4-7 8-7 12" />,
  sealed: <path d="M3.5 7h9v7h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7" />,
}

export function LookShape({ state }: { state: LookState }) {
  return (
    <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[state]}
    </svg>
  )
}
