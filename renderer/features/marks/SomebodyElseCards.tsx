// Longer names that were said to be somebody else than one that is taken out, each with its way back.
import { useMemo } from 'react'
import { asWritten } from '../../../shared/domain/names/longer-names.ts'
import type { NotTheSame } from '../../../shared/domain/marks/marks.ts'
import type { Passage } from '../../../shared/domain/story.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'

interface SomebodyElseCardsProps {
  readonly notTheSame: readonly NotTheSame[]
  readonly passages: readonly Passage[]
  readonly onSameAfterAll: (said: NotTheSame, other: string) => void
}

export function SomebodyElseCards({ notTheSame, passages, onSameAfterAll }: SomebodyElseCardsProps) {
  const say = useWords()
  const shown = useMemo(
    () =>
      notTheSame.map((said) => ({
        said,
        words: asWritten(said.words, passages),
        other: asWritten(said.other, passages),
      })),
    [notTheSame, passages],
  )
  return (
    shown.length > 0 && (
      <section className={`${styles.cards} ${styles.apart}`} aria-label={say('marks.somebodyElse')}>
        <h3 className={styles.words}>{say('marks.somebodyElse')}</h3>
        {shown.map(({ said, words, other }) => (
          <article key={said.id} className={styles.card}>
            <p className={styles.meaning} dir="auto">
              {say('marks.somebodyElse.than', { words, other })}
            </p>
            <p className={styles.who}>{say('marks.somebodyElse.by', { author: said.author })}</p>
            <Button
              small
              onPress={() => onSameAfterAll(said, other)}
              aria-label={say('marks.somebodyElse.same.named', { other })}
            >
              {say('marks.somebodyElse.same')}
            </Button>
          </article>
        ))}
      </section>
    )
  )
}
