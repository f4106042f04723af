// Her stories, hers alone. Opening one goes on where she was.
import { Button } from '../../../ui/Button.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useWords } from '../../../words/say.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerPlace } from './her-place.tsx'
import { useHerExcerpts, waitsForHer } from './use-her-excerpts.ts'
import styles from './HerRooms.module.css'

export default function HerStories() {
  const say = useWords()
  const { go } = useHerPlace()
  const { about } = useHerAbout()
  const { excerpts } = useHerExcerpts()
  const outOf = (testimony: string): number =>
    excerpts?.filter((one) => one.testimony === testimony && waitsForHer(one)).length ?? 0
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.stories')}</h1>
      <p className={styles.lead}>{say('her.welcome')}</p>
      {about.testimonies.length === 0 ? (
        <Empty title={say('her.stories.none')}>{say('her.stories.noneSays')}</Empty>
      ) : (
        <ul className={styles.stories}>
          {about.testimonies.map(({ id, title, titleBy, language, looked, waiting, reviewedAt, ...again }) => (
            <li key={id} className={styles.story}>
              <h2 data-voice={titleBy === 'narrator' ? 'hers' : 'others'} className={styles.storyTitle}>
                <bdi lang={language}>{title}</bdi>
              </h2>
              {titleBy === 'archivist' && <p className={styles.soft}>{say('her.workingTitle')}</p>}
              {reviewedAt !== null && (
                <p className={styles.soft}>{say('her.reviewed.on', { date: say.date(reviewedAt) })}</p>
              )}
              {again.reviewDueAt !== null && (
                <p className={styles.soft}>{say('her.reviewDue', { date: say.date(again.reviewDueAt) })}</p>
              )}
              {again.endedBecause !== null && (
                <p className={styles.soft}>
                  {say(`her.ended.${again.endedBecause}`, {
                    date: again.endedAt === null ? '' : say.date(again.endedAt),
                  })}
                </p>
              )}
              {again.consentEndsAt !== null && (
                <p className={styles.soft}>{say('her.consentEnds', { date: say.date(again.consentEndsAt) })}</p>
              )}
              {again.waitsFor !== null && (
                <p className={styles.soft}>
                  {say.rich('her.waitsFor', { event: <bdi key="event">{again.waitsFor}</bdi> })}
                </p>
              )}
              {waiting > 0 && <p className={styles.soft}>{say('her.waits')}</p>}
              {outOf(id) > 0 && <p className={styles.soft}>{say('her.excerpts.waiting', { count: outOf(id) })}</p>}
              {(again.reviewDueAt !== null || again.endedBecause !== null) && (
                <p>
                  <Button
                    onPress={() => go({ room: 'conversation', testimony: id, onlyAgain: true })}
                    aria-label={say('her.lookAgain.named', { title })}
                  >
                    {say('her.lookAgain')}
                  </Button>
                </p>
              )}
              <div className={styles.row}>
                <Button
                  kind="primary"
                  onPress={() => go({ room: 'story', testimony: id, passage: null, list: false })}
                  aria-label={say(looked > 0 ? 'her.goOn.named' : 'her.begin.named', { title })}
                >
                  {say(looked > 0 ? 'her.goOn' : 'her.begin')}
                </Button>
                <Button
                  onPress={() => go({ room: 'story', testimony: id, passage: null, list: true })}
                  aria-label={say('her.where.named', { title })}
                >
                  {say('her.where')}
                </Button>
                {outOf(id) > 0 && <Button onPress={() => go({ room: 'excerpts' })}>{say('her.room.excerpts')}</Button>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
