// Labels to take the words from: those used before, and a list to begin with, by group. Nothing is chosen beforehand.
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useWords } from '../words/say.tsx'
import { useAnswer } from './archive.tsx'
import styles from './OfferedLabels.module.css'

interface OfferedLabelsProps {
  readonly language: string
  readonly onTake: (words: string) => void
  /** Those used before are seen at once; otherwise they are folded away with the rest, so that none is put to her. */
  readonly usedAreShown: boolean
}

export function OfferedLabels({ language, onTake, usedAreShown }: OfferedLabelsProps) {
  const say = useWords()
  const { value: offered } = useAnswer(
    ['marks'],
    (archive, signal) => archive.marks.offeredLabels({ language }, signal),
    [language],
  )
  if (offered === undefined) return null
  const { used, starters } = offered
  if (used.length === 0 && starters.length === 0) return null
  const usedBefore: ReactNode = used.length > 0 && (
    <Group name={say('marks.offered.used')} words={used} onTake={onTake} />
  )
  return (
    <div className={styles.offered}>
      {usedAreShown && usedBefore}
      {(starters.length > 0 || !usedAreShown) && (
        <Disclosure title={say('marks.offered')}>
          {!usedAreShown && usedBefore}
          {starters.map(({ group, words }) => (
            <Group key={group} name={group} words={words} onTake={onTake} />
          ))}
        </Disclosure>
      )}
    </div>
  )
}

interface GroupProps {
  readonly name: string
  readonly words: readonly string[]
  readonly onTake: (words: string) => void
}

function Group({ name, words, onTake }: GroupProps) {
  return (
    <div role="group" aria-label={name} className={styles.group}>
      <p className={styles.name}>{name}</p>
      <div className={styles.words}>
        {words.map((one) => (
          <Button key={one} small onPress={() => onTake(one)}>
            <bdi>{one}</bdi>
          </Button>
        ))}
      </div>
    </div>
  )
}
