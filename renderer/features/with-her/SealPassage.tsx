// Only for her: what sealing does and what it does not is said before it is done.
import { useState } from 'react'
import type { Answer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { OnePassage, SealedSound } from './sealed-sound.ts'
import { SealSound } from './SealSound.tsx'

export interface SealPassageProps {
  readonly of: OnePassage
  /** Where its sound is. */
  readonly found: Pick<Answer<SealedSound>, 'value' | 'failure'>
  readonly hasPassphrase: boolean
  /** She has no paper of her own, and can make one here. */
  readonly mayMakePaper: boolean
  readonly isCopy: boolean
  /** She has said something aloud about it. */
  readonly hasSpoken: boolean
  /** Seals the words alone. */
  readonly onSeal: () => Promise<void>
  /** Everything is sealed. */
  readonly onSealed: () => void
  readonly onPassphrase: () => void
  readonly onClose: () => void
}

export function SealPassage({
  of,
  found,
  hasPassphrase,
  mayMakePaper,
  isCopy,
  hasSpoken,
  onSeal,
  onSealed,
  onPassphrase,
  onClose,
}: SealPassageProps) {
  const say = useWords()
  // NOTE: as it was when this was opened: it is another before the sealing has ended, which goes on in here until then.
  const [sound, setSound] = useState(found.value)
  if (sound === undefined && found.value !== undefined) setSound(found.value)
  const leave = <Button onPress={onClose}>{say('her.change.leave')}</Button>
  const close = (): void => {
    onSealed()
    onClose()
  }
  return (
    <Dialog title={say('her.seal')} isOpen onClose={onClose}>
      <p>{say('her.seal.who')}</p>
      <p>{say('her.seal.key')}</p>
      {mayMakePaper && <p>{say('her.seal.noPaper')}</p>}
      <p>{say('her.seal.open')}</p>
      {hasSpoken && <p>{say('her.seal.spoken')}</p>}
      {!hasPassphrase && <p>{say('her.seal.needs')}</p>}
      <Failed failure={sound === undefined ? found.failure : null} />
      {hasPassphrase && sound !== undefined && (
        <SealSound
          of={of}
          sound={sound}
          isSealed={false}
          isCopy={isCopy}
          onSealed={close}
          onWordsAlone={async () => {
            await onSeal()
            onClose()
          }}
          among={(press) => (
            <DialogActions>
              {press}
              {leave}
            </DialogActions>
          )}
        />
      )}
      {(!hasPassphrase || sound === undefined) && (
        <DialogActions>
          {!hasPassphrase && <Button onPress={onPassphrase}>{say('her.seal.toPassphrase')}</Button>}
          {leave}
        </DialogActions>
      )}
    </Dialog>
  )
}
