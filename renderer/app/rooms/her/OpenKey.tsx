// Her passphrase, asked for when something that only she can read is to be read. What is typed stays in the field.
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { useHerPlace } from './her-place.tsx'
import { TypedPassphraseField } from './TypedPassphraseField.tsx'
import { useTypedPassphrase } from './use-typed-passphrase.ts'
import styles from './HerRooms.module.css'

interface OpenKeyProps {
  readonly onOpened: () => void
  /** Where she says that she has forgotten it; without it, that is asked in About me. */
  readonly onForgotten?: () => void
}

export function OpenKey({ onOpened, onForgotten }: OpenKeyProps) {
  const say = useWords()
  const archive = useArchive()
  const { go } = useHerPlace()
  const typed = useTypedPassphrase({ needed: say('her.passphrase.needed'), wrong: say('her.passphrase.wrong') })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        typed.use((passphrase) => archive.herSession.openKey({ passphrase }), onOpened)
      }}
    >
      <TypedPassphraseField label={say('her.passphrase')} typed={typed} />
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={typed.busy}>
          {say('her.passphrase.use')}
        </Button>
        <Button
          kind="quiet"
          isDisabled={typed.busy}
          onPress={onForgotten ?? (() => go({ room: 'about', part: 'passphrase' }))}
        >
          {say('her.passphrase.forgotten')}
        </Button>
      </div>
    </form>
  )
}
