// The empty sheet after Hide now. It stays until a key or a press; then the door comes.
import { useEffect } from 'react'
import { useWords } from '../words/say.tsx'
import { stayHidden } from './hide.ts'
import styles from './NeutralSheet.module.css'

export function NeutralSheet({ onOpen }: { onOpen: () => void }) {
  const say = useWords()
  useEffect(stayHidden, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      // NOTE: the keys of Hide now may still be held down; only a fresh key without them opens.
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return
      event.preventDefault()
      onOpen()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onOpen])
  return (
    <main className={styles.sheet}>
      <button type="button" className={styles.open} onClick={onOpen}>
        {say('shell.open')}
      </button>
    </main>
  )
}
