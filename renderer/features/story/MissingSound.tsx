// Where sound is missing in a recording, as a list: each place can be gone to. A drawing alone would tell only those who see it.
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import type { Missing } from './drawn-sound.ts'
import { saidMissing } from './missing-sound.ts'
import styles from './SoundUpClose.module.css'
import { writtenTime } from './written-time.ts'

interface MissingSoundProps {
  readonly gaps: readonly Missing[]
  readonly onGo: (ms: number) => void
}

export function MissingSound({ gaps, onGo }: MissingSoundProps) {
  const say = useWords()
  if (gaps.length === 0) return null
  return (
    <Disclosure title={say('story.missing', { count: gaps.length })}>
      <ul className={styles.missing} aria-label={say('story.missing.list')}>
        {gaps.map((gap, place) => {
          const { atMs } = gap
          return (
            <li key={`${atMs} ${place}`}>
              <Button small kind="quiet" onPress={() => onGo(atMs)}>
                {say('story.missing.at', { at: writtenTime(atMs), what: saidMissing(say, gap) })}
              </Button>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
