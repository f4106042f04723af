// The story that is recorded on, or one of hers, by which somebody who is here is found.
import { ChooseStory, type ChosenStory } from '../../app/ChooseStory.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './record.module.css'

interface ChooseOneStoryProps {
  readonly label: string
  readonly onChosen: (story: ChosenStory) => void
}

export function ChooseOneStory({ label, onChosen }: ChooseOneStoryProps) {
  const say = useWords()
  const says = {
    find: label,
    list: say('record.find.list'),
    none: say('record.find.none'),
    more: say('record.find.more'),
    by: (name: string) => say('record.waiting.by', { name }),
  }
  const look = { rows: styles.rows, story: styles.story, hers: styles.hers, soft: styles.soft }
  return (
    <div className={styles.fields}>
      <ChooseStory shown={8} says={says} look={look} onChosen={onChosen} />
    </div>
  )
}
