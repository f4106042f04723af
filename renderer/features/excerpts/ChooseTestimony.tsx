// Chooses the story that an excerpt is taken from.
import { ChooseStory } from '../../app/ChooseStory.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './excerpts.module.css'

export function ChooseTestimony({ onChosen }: { onChosen: (testimony: string) => void }) {
  const say = useWords()
  const says = {
    find: say('excerpts.begin.find'),
    list: say('excerpts.begin.story'),
    none: say('excerpts.begin.none'),
    more: say('excerpts.begin.more'),
    by: (name: string) => say('excerpts.begin.by', { name }),
  }
  const look = { rows: styles.rows, story: styles.story, hers: styles.hers, soft: styles.soft }
  return <ChooseStory shown={12} says={says} look={look} onChosen={({ testimony }) => onChosen(testimony)} />
}
