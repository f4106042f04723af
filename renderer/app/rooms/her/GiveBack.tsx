// Giving the window back needs an archivist's passphrase; her own copy is simply closed.
import { useRef, useState } from 'react'
import { PassphraseField } from '../../../features/door/PassphraseField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { lockNow } from '../../hide.ts'
import { startAnew } from './start-anew.ts'

export function GiveBack({ isCopy, onClose }: { isCopy: boolean; onClose: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const leave = async (): Promise<void> => {
    const input = field.current
    if (input === null || busy) return
    if (input.value === '') {
      setWrong(say('her.leave.needed'))
      return input.focus()
    }
    setBusy(true)
    setWrong(null)
    try {
      await archive.herSession.leave({ passphrase: input.value })
      input.value = ''
      startAnew()
    } catch (thrown) {
      const code = codeOf(thrown)
      setWrong(code === 'wrongPassphrase' ? say('her.leave.wrong') : say.failure(code))
      setBusy(false)
      requestAnimationFrame(() => input.select())
    }
  }
  if (isCopy) {
    return (
      <Dialog title={say('her.leave.copy')} isOpen onClose={onClose}>
        <p>{say('her.leave.copySays')}</p>
        <DialogActions>
          <Button kind="primary" onPress={() => void lockNow(archive)}>
            {say('her.leave.copy')}
          </Button>
          <Button onPress={onClose}>{say('her.leave.stay')}</Button>
        </DialogActions>
      </Dialog>
    )
  }
  return (
    <Dialog title={say('her.leave')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void leave()
        }}
      >
        <p>{say('her.leave.says')}</p>
        <PassphraseField
          label={say('her.leave.passphrase')}
          wrong={wrong}
          inputRef={field}
          isDisabled={busy}
          autoFocus
        />
        {busy && <Progress label={say('her.opening')} value={null} />}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={busy}>
            {say('her.leave.press')}
          </Button>
          <Button onPress={onClose}>{say('her.leave.stay')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
