// What she has said to a passage: each by its shape and in words.
import { useWords } from '../../words/say.tsx'
import { LookShape, type LookState } from './LookShape.tsx'
import styles from './with-her.module.css'

export function Looks({ states }: { states: readonly LookState[] }) {
  const say = useWords()
  if (states.length === 0) return null
  return (
    <ul className={styles.looks} aria-label={say('her.looks')}>
      {states.map((state) => (
        <li key={state} className={styles.look}>
          <LookShape state={state} /> {say(`her.look.${state}`)}
        </li>
      ))}
    </ul>
  )
}
