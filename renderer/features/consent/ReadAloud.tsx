// Reads aloud, with a voice of this machine only. Where there is none, there is no button, and it is said why.
import { useLocalVoice } from '../../app/voice/use-local-voice.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './consent.module.css'

interface Props {
  readonly text: string
  /** BCP 47, of the text. */
  readonly language: string
  /** Say plainly where nothing can be read aloud. */
  readonly saysNone?: boolean
}

export function ReadAloud({ text, language, saysNone = false }: Props) {
  const say = useWords()
  const { voice, reading, read, stop } = useLocalVoice(language)
  if (voice === null)
    return saysNone ? (
      <p className={styles.soft}>{say('consent.card.noVoice', { language: say.language(language) })}</p>
    ) : null
  return reading ? (
    <Button kind="quiet" onPress={stop}>
      {say('consent.card.stopReading')}
    </Button>
  ) : (
    <Button kind="quiet" onPress={() => read(text)}>
      {say('consent.card.readAloud')}
    </Button>
  )
}
