// The passages that are to be heard in another voice, each with how it stands, and where it is read.
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords, type Say } from '../../words/say.tsx'
import type { Story } from './excerpt-shapes.ts'
import { OneReading } from './OneReading.tsx'
import type { Reading, ToBeRead } from './reading-shapes.ts'
import styles from './reading.module.css'

interface Props {
  readonly excerpt: string
  readonly story: Story
  readonly isDisabled: boolean
  /** The passage that is being read, by its id; null while none is. */
  readonly open: string | null
  readonly onOpen: (passage: string | null) => void
}

function standing(say: Say, reading: Reading | null): string {
  if (reading === null) return say('reading.none')
  if (!reading.fits) return say('reading.changed')
  if (!reading.isApproved) return say('reading.waits')
  const time = say.time(reading.durationMs)
  if (reading.voice === 'machine') return say('reading.used.machine', { time })
  const { reader } = reading
  return reader === '' ? say('reading.used.person', { time }) : say('reading.used.personNamed', { time, reader })
}

export function Readings({ excerpt, story, isDisabled, open, onOpen }: Props) {
  const say = useWords()
  const { value, failure } = useAnswer(
    ['excerpts', 'consent', 'marks', 'story', 'words'],
    (archive, signal) => archive.readings.list({ excerpt }, signal),
    [excerpt],
    { keepOld: true },
  )
  if (failure !== null) return <Notice kind="care">{say.failure(failure)}</Notice>
  const passages = value?.passages ?? []
  if (passages.length === 0) return null
  const numbers = new Map(story.passages.map(({ id }, at) => [id, at + 1]))
  const opened = passages.find(({ passage }) => passage === open)
  return (
    <section>
      <h2>{say('reading.title')}</h2>
      <p className={styles.soft}>{say('reading.says')}</p>
      <ul className={styles.list}>
        {passages.map((one) => (
          <OneToBeRead
            key={one.passage}
            one={one}
            number={numbers.get(one.passage) ?? 0}
            says={standing(say, one.reading)}
            isDisabled={isDisabled}
            onOpen={() => onOpen(one.passage)}
          />
        ))}
      </ul>
      <p className={styles.soft}>{say('reading.pitch')}</p>
      {opened !== undefined && !isDisabled && (
        <OneReading
          excerpt={excerpt}
          one={opened}
          number={numbers.get(opened.passage) ?? 0}
          onClose={() => onOpen(null)}
        />
      )}
    </section>
  )
}

interface OneProps {
  readonly one: ToBeRead
  readonly number: number
  readonly says: string
  readonly isDisabled: boolean
  readonly onOpen: () => void
}

function OneToBeRead({ one, number, says, isDisabled, onOpen }: OneProps) {
  const say = useWords()
  const isThere = one.reading?.fits === true
  return (
    <li className={styles.one}>
      <div className={styles.about}>
        <p className={styles.place}>{say('reading.passage', { number })}</p>
        <p>{says}</p>
      </div>
      <Button
        small
        isDisabled={isDisabled}
        aria-label={say(isThere ? 'reading.lookNamed' : 'reading.openNamed', { number })}
        onPress={onOpen}
      >
        {say(isThere ? 'reading.look' : 'reading.open')}
      </Button>
    </li>
  )
}
