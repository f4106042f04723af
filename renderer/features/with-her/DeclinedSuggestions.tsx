// Where she kept her own words: what was suggested can be brought back, until she leaves or her words change.
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { ShownDeclined } from './her-shapes.ts'
import styles from './with-her.module.css'

interface DeclinedSuggestionsProps {
  readonly testimony: string
  readonly declined: readonly ShownDeclined[]
  readonly onBroughtBack: () => void
}

export function DeclinedSuggestions({ testimony, declined, onBroughtBack }: DeclinedSuggestionsProps) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const bringBack = async (suggestion: string): Promise<void> => {
    await archive.writing.bringBackSuggestion({ testimony, suggestion })
    onBroughtBack()
  }
  return (
    <>
      {declined.map(({ id, author }) => (
        <section key={id} className={styles.card} aria-label={say('her.suggestion', { author })}>
          <p className={styles.soft}>{say('her.suggestion.declined', { author })}</p>
          <Button isDisabled={doing.busy} onPress={() => doing.run(() => bringBack(id))}>
            {say('her.suggestion.bringBack')}
          </Button>
        </section>
      ))}
      <Failed failure={doing.failure} />
    </>
  )
}
