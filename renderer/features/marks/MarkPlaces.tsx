// Where a mark lies: each place a way to it; one that has lost its words says so.
import type { Range } from '../../../shared/domain/marks/marks.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'

const shownAtFirst = 4

export function MarkPlaces({ ranges, onJump }: { ranges: readonly Range[]; onJump: (range: Range) => void }) {
  const say = useWords()
  const lines = ranges.map((range) => (
    <li key={range.id}>
      <Button kind="quiet" small className={styles.place ?? ''} onPress={() => onJump(range)}>
        <bdi className={styles.quoted}>{range.quote.length > 80 ? `${range.quote.slice(0, 80)}…` : range.quote}</bdi>
      </Button>
      {range.unresolved && <span className={styles.care}>{say('marks.unresolved')}</span>}
    </li>
  ))
  return (
    <>
      <ul className={styles.places}>{lines.slice(0, shownAtFirst)}</ul>
      {lines.length > shownAtFirst && (
        <details className={styles.rest}>
          <summary>{say('marks.places.more', { count: lines.length - shownAtFirst })}</summary>
          <ul className={styles.places}>{lines.slice(shownAtFirst)}</ul>
        </details>
      )}
    </>
  )
}
