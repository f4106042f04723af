// Hearing a passage: her own sound, or a voice of this machine that reads it, or a plain word that there is neither.
import type { Passage } from '../../../shared/domain/story.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { PassageSound } from './passage-sound.ts'
import type { LocalVoice } from '../../app/voice/use-local-voice.ts'
import styles from './with-her.module.css'

interface HearItProps {
  readonly passage: Passage
  readonly sound: PassageSound
  readonly aloud: LocalVoice
  /** The words that may be read aloud; null where they are closed. */
  readonly text: string | null
  readonly onHeard: () => void
}

export function HearIt({ passage, sound, aloud, text, onHeard }: HearItProps) {
  const say = useWords()
  const canPlay = sound.has(passage) && !sound.unplayable
  return (
    <>
      {canPlay && (
        <Button
          kind="primary"
          className={styles.big ?? ''}
          onPress={() => (sound.playing ? sound.stop() : sound.play(passage))}
        >
          {say(sound.playing ? 'her.stop' : 'her.play')}
        </Button>
      )}
      {text !== null && aloud.voice !== null && (
        <Button
          kind={canPlay ? 'plain' : 'primary'}
          className={styles.big ?? ''}
          onPress={() => (aloud.reading ? aloud.stop() : aloud.read(text, onHeard))}
        >
          {say(aloud.reading ? 'her.aloud.stop' : 'her.aloud')}
        </Button>
      )}
    </>
  )
}

/** Why a passage cannot be heard, in plain words; nothing where it can. */
export function NotHeard({ passage, sound, aloud }: Pick<HearItProps, 'passage' | 'sound' | 'aloud'>) {
  const say = useWords()
  if (sound.has(passage) && sound.unplayable) return <p className={styles.soft}>{say('her.sound.unplayable')}</p>
  if (sound.has(passage) || aloud.voice !== null) return null
  return <p className={styles.soft}>{say('her.sound.none', { language: say.language(passage.language) })}</p>
}
