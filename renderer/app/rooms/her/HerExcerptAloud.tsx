// The words that would leave, read aloud by a voice of this machine: those of the files themselves, and no others.
import { Button } from '../../../ui/Button.tsx'
import type { Prepared } from '../../../features/excerpts/excerpt-shapes.ts'
import { useWords } from '../../../words/say.tsx'
import { useDoing } from '../../use-doing.ts'
import { useLocalVoice } from '../../voice/use-local-voice.ts'
import { useHerAbout } from './her-about.tsx'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Failure } from '../../../../shared/contract/failure.ts'
import styles from './HerRooms.module.css'

interface Props {
  readonly made: Prepared
  readonly testimony: string
  /** BCP 47, in which the words around hers are written. */
  readonly language: string
}

async function wordsOf(held: string): Promise<string> {
  const answer = await fetch(`/held/${held}/transcript.txt`)
  if (!answer.ok) throw new Failure('notFound')
  return answer.text()
}

export function HerExcerptAloud({ made, testimony, language }: Props) {
  const say = useWords()
  const doing = useDoing()
  const { about } = useHerAbout()
  const spoken = about.testimonies.find(({ id }) => id === testimony)?.language ?? language
  const aloud = useLocalVoice(spoken)
  if (aloud.voice === null)
    return <p className={styles.soft}>{say('her.excerpt.aloud.none', { language: say.language(spoken) })}</p>
  return (
    <>
      <p>
        <Button
          isDisabled={doing.busy}
          onPress={() => (aloud.reading ? aloud.stop() : doing.run(async () => aloud.read(await wordsOf(made.held))))}
        >
          {say(aloud.reading ? 'her.excerpt.aloud.stop' : 'her.excerpt.aloud')}
        </Button>
      </p>
      <Failed failure={doing.failure} />
    </>
  )
}
