// The words that would leave, read aloud by a voice of this machine: those of the pages before her, and no others.
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { useLocalVoice } from '../../voice/use-local-voice.ts'
import { useHerAbout } from './her-about.tsx'
import styles from './HerRooms.module.css'

interface Props {
  readonly testimony: string
  /** Gives the words of the pages as they stand there; null until they do. */
  readonly words: () => string | null
}

export function HerExcerptAloud({ testimony, words }: Props) {
  const say = useWords()
  const { about } = useHerAbout()
  const language = about.testimonies.find(({ id }) => id === testimony)?.language ?? say.locale
  const aloud = useLocalVoice(language)
  if (aloud.voice === null)
    return <p className={styles.soft}>{say('her.excerpt.aloud.none', { language: say.language(language) })}</p>
  const read = (): void => {
    const said = words()
    if (said !== null) aloud.read(said)
  }
  return (
    <p>
      <Button onPress={() => (aloud.reading ? aloud.stop() : read())}>
        {say(aloud.reading ? 'her.excerpt.aloud.stop' : 'her.excerpt.aloud')}
      </Button>
    </p>
  )
}
