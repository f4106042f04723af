// A passage whose words are open and whose sound is not: what happens where she opened the words in a copy of hers, or the
// recording was damaged.
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { LookShape } from './LookShape.tsx'
import type { OpenedSound, SealedSound } from './sealed-sound.ts'
import { useStoppable } from '../../app/use-stoppable.ts'
import { UnreadableSound } from './UnreadableSound.tsx'
import styles from './with-her.module.css'

interface SoundStillClosedProps {
  readonly sound: SealedSound | null
  readonly keyOpen: boolean
  readonly openKey: ReactNode
  readonly onOpen: (sound: OpenedSound, signal: AbortSignal) => Promise<void>
}

export function SoundStillClosed({ sound, keyOpen, openKey, onOpen }: SoundStillClosedProps) {
  const say = useWords()
  const opening = useStoppable()
  const { doing } = opening
  const open = (how: OpenedSound) => opening.run((signal) => onOpen(how, signal))
  if (sound?.sound !== 'sealed') return null
  return (
    <div className={styles.sealed}>
      <p className={styles.look}>
        <LookShape state="sealed" /> {say('her.soundClosed')}
      </p>
      <Failed failure={doing.failure} />
      {doing.busy && <Progress label={say('her.unseal.working')} value={null} onCancel={opening.stop} />}
      {keyOpen ? (
        <>
          <Button isDisabled={doing.busy} onPress={() => open('back')}>
            {say('her.soundClosed.open')}
          </Button>
          {doing.failure === 'sealedSoundDamaged' && (
            <UnreadableSound isDisabled={doing.busy} onWordsAlone={null} onReadable={() => open('readable')} />
          )}
        </>
      ) : (
        openKey
      )}
    </div>
  )
}
