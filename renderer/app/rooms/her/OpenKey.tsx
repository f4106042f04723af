// Her passphrase, asked for when something that only she can read is to be read. What is typed stays in the field.
import { useRef, useState } from 'react'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'

export function OpenKey({ onOpened }: { onOpened: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const open = async (): Promise<void> => {
    const input = field.current
    if (input === null || busy) return
    if (input.value === '') return setWrong(say('her.passphrase.needed'))
    setBusy(true)
    setWrong(null)
    try {
      await archive.herSession.openKey({ passphrase: input.value })
      input.value = ''
      onOpened()
    } catch (thrown) {
      const code = codeOf(thrown)
      setWrong(code === 'wrongPassphrase' ? say('her.passphrase.wrong') : say.failure(code))
    }
    setBusy(false)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <PassphraseField label={say('her.passphrase')} wrong={wrong} inputRef={field} isDisabled={busy} autoFocus />
      {busy && <Progress label={say('her.opening')} value={null} />}
      <Button kind="primary" type="submit" isDisabled={busy}>
        {say('her.passphrase.open')}
      </Button>
    </form>
  )
}
