// Labels to take the words from: those used before, and a list to start with, by group.
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './OfferedLabels.module.css'

export function OfferedLabels({ language, onTake }: { language: string; onTake: (words: string) => void }) {
  const say = useWords()
  const { value: offered } = useAnswer(
    ['marks'],
    (archive, signal) => archive.marks.offeredLabels({ language }, signal),
    [language],
  )
  if (offered === undefined) return null
  return (
    <div className={styles.offered}>
      {offered.used.length > 0 && <Group name={say('marks.offered.used')} words={offered.used} onTake={onTake} />}
      {offered.starters.length > 0 && (
        <Disclosure title={say('marks.offered')}>
          {offered.starters.map(({ group, words }) => (
            <Group key={group} name={group} words={words} onTake={onTake} />
          ))}
        </Disclosure>
      )}
    </div>
  )
}

function Group({ name, words, onTake }: { name: string; words: readonly string[]; onTake: (words: string) => void }) {
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
