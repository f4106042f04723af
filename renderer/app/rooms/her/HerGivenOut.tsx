// "Where my words went": everything of hers that was given out, to whom, what for and when, and how it stands with it.
import { stateToHer } from '../../../features/given-out/recall-in-words.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useUses } from '../../uses.tsx'
import { useHerAbout } from './her-about.tsx'
import { HerLists } from './HerLists.tsx'
import { useHerPlace } from './her-place.tsx'
import styles from './HerRooms.module.css'

export default function HerGivenOut() {
  const say = useWords()
  const { about } = useHerAbout()
  const { nameOf } = useUses()
  const { go } = useHerPlace()
  const { value: rows, failure } = useAnswer(
    ['givenOut', 'consent', 'marks', 'story', 'words'],
    async (archive, signal) => {
      const { recalls } = await archive.recall.list({}, signal)
      const read = recalls.map(({ disclosure }) => archive.recall.read({ disclosure }, signal))
      return (await Promise.all(read)).toSorted((one, other) => other.at.localeCompare(one.at))
    },
    [],
  )
  const titles = new Map(about.testimonies.map(({ id, title }) => [id, title]))
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.givenOut')}</h1>
      <p className={styles.lead}>{say('her.gone.says')}</p>
      <Failed failure={failure} />
      {rows?.length === 0 && <Empty title={say('her.gone.none')}>{say('her.gone.noneSays')}</Empty>}
      {rows !== undefined && rows.length > 0 && (
        <>
          <p>{say('her.gone.outside')}</p>
          <ul className={styles.stories} aria-label={say('her.gone.list')}>
            {rows.map(({ disclosure, title, recipient, use, at, passages, testimony, state, steps, lifted }) => (
              <li key={disclosure} className={styles.story}>
                <h2 data-voice="others" className={styles.storyTitle}>
                  <bdi>{title === '' ? say('givenOut.erased') : title}</bdi>
                </h2>
                <p className={styles.soft}>{say('her.excerpts.of', { title: titles.get(testimony) ?? '' })}</p>
                <p className={styles.soft}>
                  {say('her.excerpts.for', { use: nameOf(use), recipient: recipient.name })}
                </p>
                <p className={styles.soft}>
                  <bdi>{say.date(at)}</bdi> ·{' '}
                  <bdi className={styles.whole}>{say('her.gone.passages.count', { count: passages.length })}</bdi>
                </p>
                <p>{stateToHer(say, state, steps)}</p>
                {lifted && state !== 'none' && <p>{say('her.gone.lifts.now')}</p>}
                <div className={styles.row}>
                  <Button
                    onPress={() => go({ room: 'oneGivenOut', disclosure })}
                    aria-label={say('her.gone.look.named', { title, recipient: recipient.name })}
                  >
                    {say('her.gone.look')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <HerLists />
    </div>
  )
}
