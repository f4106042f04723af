// Reads aloud, with a voice of this machine only. Where there is none, there is no button, and it can be said why.
import { useLocalVoice } from '../../app/voice/use-local-voice.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './consent.module.css'

export function ReadAloud({ text, language }: { readonly text: string; readonly language: string }) {
  const say = useWords()
  const { voice, reading, read, stop } = useLocalVoice(language)
  if (voice === null) return null
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

/** That nothing can be read aloud in this language, in plain words; nothing where it can. */
export function NoVoice({ language }: { readonly language: string }) {
  const say = useWords()
  const { voice } = useLocalVoice(language)
  return voice === null ? (
    <p className={styles.soft}>{say('consent.card.noVoice', { language: say.language(language) })}</p>
  ) : null
}
