// Only for her: what sealing does and what it does not is said before it is done.
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'

interface SealPassageProps {
  readonly hasPassphrase: boolean
  /** She has no paper of her own, and can make one here. */
  readonly mayMakePaper: boolean
  readonly hasSound: boolean
  readonly onSeal: () => Promise<void>
  readonly onPassphrase: () => void
  readonly onClose: () => void
}

export function SealPassage({
  hasPassphrase,
  mayMakePaper,
  hasSound,
  onSeal,
  onPassphrase,
  onClose,
}: SealPassageProps) {
  const say = useWords()
  const doing = useDoing()
  return (
    <Dialog title={say('her.seal')} isOpen onClose={onClose}>
      <p>{say('her.seal.who')}</p>
      <p>{say('her.seal.key')}</p>
      {mayMakePaper && <p>{say('her.seal.noPaper')}</p>}
      {hasSound && <p>{say('her.seal.sound')}</p>}
      <p>{say('her.seal.open')}</p>
      {!hasPassphrase && <p>{say('her.seal.needs')}</p>}
      <Failed failure={doing.failure} />
      <DialogActions>
        {hasPassphrase ? (
          <Button
            isDisabled={doing.busy}
            onPress={() =>
              doing.run(async () => {
                await onSeal()
                onClose()
              })
            }
          >
            {say('her.seal.press')}
          </Button>
        ) : (
          <Button onPress={onPassphrase}>{say('her.seal.toPassphrase')}</Button>
        )}
        <Button onPress={onClose}>{say('her.change.leave')}</Button>
      </DialogActions>
    </Dialog>
  )
}
