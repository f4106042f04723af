// Her passphrase, asked for when something that only she can read is to be read. What is typed stays in the field.
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { useHerPlace } from './her-place.tsx'
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
      <PassphraseField
        label={say('her.passphrase')}
        wrong={typed.wrong}
        inputRef={typed.field}
        isDisabled={typed.busy}
        autoFocus
      />
      {typed.busy && <Progress label={say('her.opening')} value={null} />}
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
