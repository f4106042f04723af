// Labels she has used, and a list to start with, by group. Pressing one writes it into the field; nothing is chosen for her.
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './with-her.module.css'

export function LabelsToBeginWith({ language, onTake }: { language: string; onTake: (words: string) => void }) {
  const say = useWords()
  const { value: offered } = useAnswer(
    ['marks'],
    (archive, signal) => archive.marks.offeredLabels({ language }, signal),
    [language],
  )
  if (offered === undefined) return null
  const groups = [
    ...(offered.used.length > 0 ? [{ group: say('her.labelIt.used'), words: offered.used }] : []),
    ...offered.starters,
  ]
  if (groups.length === 0) return null
  return (
    <Disclosure title={say('her.labelIt.offered')}>
      {groups.map(({ group, words }) => (
        <div key={group} role="group" aria-label={group}>
          <p className={styles.soft}>{group}</p>
          <div className={styles.row}>
            {words.map((one) => (
              <Button key={one} small onPress={() => onTake(one)}>
                <bdi>{one}</bdi>
              </Button>
            ))}
          </div>
        </div>
      ))}
    </Disclosure>
  )
}
