// "To be given out": every part of her stories that somebody would like to give out, for what and to whom, and how it stands.
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useWords } from '../../../words/say.tsx'
import { useUses } from '../../uses.tsx'
import { useHerAbout } from './her-about.tsx'
import { useHerPlace } from './her-place.tsx'
import { HerLineForm } from './HerLineForm.tsx'
import { askedFirst, standingInWords, useHerExcerpts, waitsForHer, type HerExcerpt } from './use-her-excerpts.ts'
import styles from './HerRooms.module.css'

export default function HerExcerpts() {
  const say = useWords()
  const { about } = useHerAbout()
  const { excerpts, failure } = useHerExcerpts()
  return (
    <div className={styles.room}>
      <h1 tabIndex={-1}>{say('her.room.excerpts')}</h1>
      <p className={styles.lead}>{say('her.excerpts.says')}</p>
      <Failed failure={failure} />
      {excerpts?.length === 0 && <Empty title={say('her.excerpts.none')}>{say('her.excerpts.noneSays')}</Empty>}
      {excerpts !== undefined && excerpts.length > 0 && (
        <>
          <p role="status">{say('her.excerpts.count', { count: excerpts.filter(waitsForHer).length })}</p>
          <ul className={styles.stories} aria-label={say('her.room.excerpts')}>
            {[...excerpts.filter(waitsForHer), ...excerpts.filter((one) => !waitsForHer(one))].map((excerpt) => (
              <OneExcerpt key={excerpt.id} excerpt={excerpt} />
            ))}
          </ul>
        </>
      )}
      {about.testimonies.length > 0 && (
        <section className={styles.part} aria-labelledby="her-lines">
          <h2 id="her-lines">{say('her.line.title')}</h2>
          <p>{say('her.line.says')}</p>
          {about.testimonies.map(({ id, title }) => (
            <HerLineForm key={id} testimony={id} title={about.testimonies.length > 1 ? title : null} />
          ))}
        </section>
      )}
    </div>
  )
}

function OneExcerpt({ excerpt }: { excerpt: HerExcerpt }) {
  const say = useWords()
  const { nameOf } = useUses()
  const { go } = useHerPlace()
  const { id, framing, use, recipient, testimonyTitle, standing } = excerpt
  const title = framing.title.trim() === '' ? say('her.excerpts.noTitle') : framing.title
  return (
    <li className={styles.story}>
      <h2 data-voice="others" className={styles.storyTitle}>
        <bdi>{title}</bdi>
      </h2>
      <p className={styles.soft}>{say('her.excerpts.of', { title: testimonyTitle })}</p>
      <p className={styles.soft}>{say('her.excerpts.for', { use: nameOf(use), recipient: recipient.name })}</p>
      <p>{standingInWords(say, standing)}</p>
      {askedFirst(say, standing).map((asked) => (
        <p key={asked}>{asked}</p>
      ))}
      <div className={styles.row}>
        {standing.kind === 'toAnswer' && (
          <Button
            kind="primary"
            onPress={() => go({ room: 'words' })}
            aria-label={say('her.excerpts.toWords.named', { title })}
          >
            {say('her.excerpt.hers.toWords')}
          </Button>
        )}
        <Button
          kind={waitsForHer(excerpt) && standing.kind !== 'toAnswer' ? 'primary' : 'plain'}
          onPress={() => go({ room: 'excerpt', excerpt: id })}
          aria-label={say('her.excerpts.look.named', { title })}
        >
          {say('her.excerpts.look')}
        </Button>
      </div>
    </li>
  )
}
