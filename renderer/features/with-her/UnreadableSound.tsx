// Sound that is only for her and that cannot be read to its end: what she can open all the same.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './with-her.module.css'

interface UnreadableSoundProps {
  /** What its words need: null where they are open. */
  readonly onWordsAlone: (() => void) | null
  readonly onReadable: () => void
  readonly isDisabled: boolean
}

export function UnreadableSound({ onWordsAlone, onReadable, isDisabled }: UnreadableSoundProps) {
  const say = useWords()
  return (
    <>
      <p>{say(onWordsAlone === null ? 'her.unseal.lost.sound' : 'her.unseal.lost')}</p>
      <div className={styles.row}>
        {onWordsAlone !== null && (
          <Button isDisabled={isDisabled} onPress={onWordsAlone}>
            {say('her.unseal.words')}
          </Button>
        )}
        <Button isDisabled={isDisabled} onPress={onReadable}>
          {say('her.unseal.readable')}
        </Button>
      </div>
    </>
  )
}
