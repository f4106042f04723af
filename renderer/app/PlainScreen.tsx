// One thing to say, on a page of its own, with at most one thing to do.
import { Button } from '../ui/Button.tsx'
import styles from './PlainScreen.module.css'

export interface PlainScreenProps {
  title: string
  says: string
  action?: { readonly name: string; readonly run: () => void }
}

export function PlainScreen({ title, says, action }: PlainScreenProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.words} role="alert">
        <h1>{title}</h1>
        <p>{says}</p>
        {action !== undefined && (
          <Button kind="primary" onPress={action.run}>
            {action.name}
          </Button>
        )}
      </div>
    </main>
  )
}
