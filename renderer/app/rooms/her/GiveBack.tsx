// Giving the window back needs an archivist's passphrase; her own copy is simply closed.
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { useWords } from '../../../words/say.tsx'
import { useArchive } from '../../archive.tsx'
import { lockNow } from '../../hide.ts'
import { startAnew } from './start-anew.ts'
import { TypedPassphraseField } from './TypedPassphraseField.tsx'
import { useTypedPassphrase } from './use-typed-passphrase.ts'

export function GiveBack({ isCopy, onClose }: { isCopy: boolean; onClose: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const typed = useTypedPassphrase({ needed: say('her.leave.needed'), wrong: say('her.leave.wrong') })
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
          typed.use((passphrase) => archive.herSession.leave({ passphrase }), startAnew)
        }}
      >
        <p>{say('her.leave.says')}</p>
        <TypedPassphraseField label={say('her.leave.passphrase')} typed={typed} />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={typed.busy}>
            {say('her.leave.press')}
          </Button>
          <Button onPress={onClose}>{say('her.leave.stay')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
