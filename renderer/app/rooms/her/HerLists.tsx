// Lists of what is here that left and name her, and where she changes whether lists speak of her.
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerPlace } from './her-place.tsx'
import styles from './HerRooms.module.css'

export function HerLists() {
  const say = useWords()
  const { about } = useHerAbout()
  const { go } = useHerPlace()
  const { narrator } = about
  const { value } = useAnswer(
    ['givenOut', 'consent', 'story', 'marks', 'shelf'],
    (archive, signal) => archive.catalogue.naming({ narrator }, signal),
    [narrator],
  )
  if (value === undefined || value.lists.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby="her-lists">
      <h2 id="her-lists">{say('her.lists')}</h2>
      <p>{say('her.lists.says')}</p>
      <ul className={styles.stories} aria-label={say('her.lists')}>
        {value.lists.map(({ reach, at, name, stands }) => (
          <li key={at + reach} className={styles.story}>
            <p>{say.rich('her.lists.one', { reach, date: say.date(at), name: <bdi key="name">{name}</bdi> })}</p>
            {stands ? <p>{say('her.lists.stands')}</p> : <Notice kind="care">{say('her.lists.over')}</Notice>}
          </li>
        ))}
      </ul>
      <Button onPress={() => go({ room: 'about', part: 'lists' })}>{say('her.lists.change')}</Button>
    </section>
  )
}
