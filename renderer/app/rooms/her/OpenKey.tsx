// Her passphrase, asked for when something that only she can read is to be read. What is typed stays in the field.
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { useTypedPassphrase } from './use-typed-passphrase.ts'

export function OpenKey({ onOpened }: { onOpened: () => void }) {
  const say = useWords()
  const archive = useArchive()
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
      <Button kind="primary" type="submit" isDisabled={typed.busy}>
        {say('her.passphrase.open')}
      </Button>
    </form>
  )
}
