// One testimony on the shelf. Her title is in the reading face; an archivist's working title is in the other, and says so.
import { memo } from 'react'
import { Link } from 'react-aria-components/Link'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './ShelfCard.module.css'
import type { ShelfCardData, ShelfLook } from './shelf-wish.ts'

const labelsShown = 4

export const ShelfCard = memo(function ShelfCard({
  card,
  look,
  onOpen,
  onLookAgain,
}: {
  card: ShelfCardData
  look: ShelfLook
  onOpen: (testimony: string) => void
  /** Something that she answered has ended, or its day has come: it is talked about again with her. */
  onLookAgain: (testimony: string) => void
}) {
  const say = useWords()
  const hers = card.titleBy === 'narrator' && card.title !== ''
  const size = card.durationMs > 0 ? say('shelf.length', { time: say.time(card.durationMs) }) : null
  const words = card.words > 0 || size === null ? say('shelf.wordCount', { count: card.words }) : null
  const { endedBecause } = card
  const states = [card.consentEndsAt, card.reviewDueAt, card.waitsFor, endedBecause]
  const moreLabels = card.labels.length - labelsShown
  return (
    <li className={styles.card} data-look={look}>
      <div className={styles.about}>
        <h2 className={styles.title} data-hers={hers || undefined}>
          <Link className={styles.link ?? ''} onPress={() => onOpen(card.id)}>
            <bdi lang={card.title === '' ? undefined : card.language}>
              {card.title === '' ? say('shelf.untitled') : card.title}
            </bdi>
          </Link>
        </h2>
        {!hers && card.title !== '' && <p className={styles.working}>{say('shelf.workingTitle')}</p>}
        <p className={styles.name}>
          <bdi>{card.narratorName === '' ? say('shelf.noName') : card.narratorName}</bdi>
        </p>
      </div>
      <p className={styles.facts}>
        <span>{say.language(card.language)}</span>
        {size !== null && <span>{size}</span>}
        {words !== null && <span>{words}</span>}
      </p>
      {card.labels.length > 0 && (
        <ul className={styles.labels} aria-label={say('shelf.labels')}>
          {card.labels.slice(0, labelsShown).map((label) => (
            <li key={label} className={styles.label}>
              <bdi>{label}</bdi>
            </li>
          ))}
          {moreLabels > 0 && <li className={styles.moreLabels}>{say('shelf.moreLabels', { count: moreLabels })}</li>}
        </ul>
      )}
      {(card.waitingForHer || states.some((state) => state !== null)) && (
        <p className={styles.states}>
          {card.waitingForHer && <span className={styles.waiting}>{say('shelf.waitingForHer')}</span>}
          {card.reviewDueAt !== null && (
            <span className={styles.ends}>{say('shelf.reviewDue', { date: say.date(card.reviewDueAt) })}</span>
          )}
          {endedBecause !== null && (
            <span className={styles.ends}>
              {say(`shelf.ended.${endedBecause}`, { date: card.endedAt === null ? '' : say.date(card.endedAt) })}
            </span>
          )}
          {card.consentEndsAt !== null && (
            <span className={styles.ends}>{say('shelf.consentEnds', { date: say.date(card.consentEndsAt) })}</span>
          )}
          {card.waitsFor !== null && (
            <span className={styles.lasts}>
              {say.rich('shelf.waitsFor', { event: <bdi key="event">{card.waitsFor}</bdi> })}
            </span>
          )}
        </p>
      )}
      {(card.reviewDueAt !== null || endedBecause !== null) && (
        <div className={styles.again}>
          <Button
            small
            aria-label={say('shelf.lookAgain.named', { title: card.title || say('shelf.untitled') })}
            onPress={() => onLookAgain(card.id)}
          >
            {say('shelf.lookAgain')}
          </Button>
        </div>
      )}
    </li>
  )
})
