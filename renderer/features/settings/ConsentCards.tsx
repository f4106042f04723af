// The way to the consent cards.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './settings.module.css'

export function ConsentCards({ onOpen }: { onOpen: () => void }) {
  const say = useWords()
  return (
    <section className={styles.part} aria-labelledby="settings-cards">
      <h2 id="settings-cards">{say('cards.title')}</h2>
      <p>{say('cards.settings')}</p>
      <Button onPress={onOpen}>{say('cards.open')}</Button>
    </section>
  )
}
