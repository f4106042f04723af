// A passage that only she can read: closed until her key is open, then in her words and her voice, with the way to open it for
// others again.
import { useState, type ReactNode } from 'react'
import type { Passage } from '../../../shared/domain/story.ts'
import type { Answer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { LookShape } from './LookShape.tsx'
import type { OpenedSound, SealedSound } from './sealed-sound.ts'
import { SealSound } from './SealSound.tsx'
import { UnreadableSound } from './UnreadableSound.tsx'
import { useStoppable } from '../../app/use-stoppable.ts'
import styles from './with-her.module.css'

interface SealedPassageProps {
  readonly testimony: string
  readonly passage: Passage
  /** What it says; null while that is closed. */
  readonly words: Pick<Answer<string | null>, 'value' | 'failure'>
  /** Where its sound is; null while that is not known. */
  readonly sound: SealedSound | null
  readonly keyOpen: boolean
  readonly isCopy: boolean
  readonly hidden: boolean
  /** A form that asks her passphrase. */
  readonly openKey: ReactNode
  readonly onUnseal: (sound: OpenedSound, signal: AbortSignal) => Promise<void>
  readonly onSoundSealed: () => void
}

export function SealedPassage(props: SealedPassageProps) {
  const { testimony, passage, words, sound, keyOpen, isCopy, hidden, openKey, onUnseal, onSoundSealed } = props
  const say = useWords()
  const opening = useStoppable()
  const { doing } = opening
  const [asking, setAsking] = useState(false)
  const unseal = (how: OpenedSound) => opening.run((signal) => onUnseal(how, signal))
  return (
    <div className={styles.sealed} tabIndex={-1} data-focus-home>
      <p className={styles.look}>
        <LookShape state="sealed" /> {say('her.sealed')}
      </p>
      {words.value !== undefined && words.value !== null && !hidden && (
        <p className={styles.said} lang={passage.language} dir={passage.direction} data-voice="hers">
          {words.value}
        </p>
      )}
      {sound?.sound === 'sealed' && sound.canHear && (
        <audio
          key={passage.id}
          controls
          controlsList="nodownload noplaybackrate noremoteplayback"
          preload="none"
          className={styles.audio}
          src={`/offrecord/${passage.id}`}
          aria-label={say('her.sealed.listen')}
        />
      )}
      {sound !== null && sound.sound !== 'sealed' && (
        <SealSound
          key={passage.id}
          of={{ testimony, passage: passage.id }}
          sound={sound}
          isSealed
          isCopy={isCopy}
          onSealed={onSoundSealed}
          onWordsAlone={() => Promise.resolve()}
        />
      )}
      <Failed failure={words.failure ?? doing.failure} />
      {doing.busy && <Progress label={say('her.unseal.working')} value={null} onCancel={opening.stop} />}
      {keyOpen ? (
        <>
          {isCopy && sound?.sound === 'sealed' && <p>{say('her.unseal.copy')}</p>}
          <Button isDisabled={doing.busy} onPress={() => unseal('back')}>
            {say('her.unseal')}
          </Button>
          {doing.failure === 'sealedSoundDamaged' && (
            <UnreadableSound
              isDisabled={doing.busy}
              onWordsAlone={() => unseal('stays')}
              onReadable={() => unseal('readable')}
            />
          )}
        </>
      ) : asking ? (
        openKey
      ) : (
        <Button onPress={() => setAsking(true)}>{say('her.sealed.read')}</Button>
      )}
    </div>
  )
}
