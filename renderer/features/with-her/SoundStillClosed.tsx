// A passage whose words are open and whose sound is not: what happens where she opened the words in a copy of hers, or the
// recording was damaged.
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { LookShape } from './LookShape.tsx'
import type { SealedSound } from './sealed-sound.ts'
import { useStoppable } from '../../app/use-stoppable.ts'
import styles from './with-her.module.css'

interface SoundStillClosedProps {
  readonly sound: SealedSound | null
  readonly keyOpen: boolean
  readonly openKey: ReactNode
  readonly onOpen: (signal: AbortSignal) => Promise<void>
}

export function SoundStillClosed({ sound, keyOpen, openKey, onOpen }: SoundStillClosedProps) {
  const say = useWords()
  const opening = useStoppable()
  const { doing } = opening
  if (sound?.sound !== 'sealed') return null
  return (
    <div className={styles.sealed}>
      <p className={styles.look}>
        <LookShape state="sealed" /> {say('her.soundClosed')}
      </p>
      <Failed failure={doing.failure} />
      {doing.busy && <Progress label={say('her.unseal.working')} value={null} onCancel={opening.stop} />}
      {keyOpen ? (
        <Button isDisabled={doing.busy} onPress={() => opening.run(onOpen)}>
          {say('her.soundClosed.open')}
        </Button>
      ) : (
        openKey
      )}
    </div>
  )
}
