// The room of one story: it asks for it, and shows it once it is there.
import { Notice } from '../../ui/Notice.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnswer } from '../archive.tsx'
import { useNavigation } from '../navigation.tsx'
import { RefusedOfHer } from '../refused-of-her.tsx'
import { OpenStory } from './story/OpenStory.tsx'
import styles from './story/OpenStory.module.css'

export default function StoryRoom() {
  const say = useWords()
  const { place, go } = useNavigation()
  const testimony = place.room === 'story' ? place.testimony : ''
  const passage = place.room === 'story' ? (place.passage ?? null) : null
  const beside = place.room === 'story' ? (place.beside ?? null) : null
  const { value, failure, again } = useAnswer(
    // What she has gone through is hers, and what can be undone here changes with it.
    ['story', 'marks', 'consent'],
    (archive, signal) => archive.story.read({ testimony }, signal),
    [testimony],
  )
  if (value !== undefined)
    return (
      <RefusedOfHer words={value.story.narrator.refusedWords}>
        <OpenStory read={value} again={again} passage={passage} beside={beside} arrival={place} />
      </RefusedOfHer>
    )
  if (failure === null) return <p className={styles.opening}>{say('story.opening')}</p>
  return (
    <div className={styles.opening}>
      <Notice kind="care" said action={<Button onPress={() => go({ room: 'shelf' })}>{say('shell.shelf')}</Button>}>
        {say.failure(failure)}
      </Notice>
    </div>
  )
}
