// The ties of a story, as cards: what is asked, why, and of which passages.
import type { Range, Tie } from '../../../shared/domain/marks/marks.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'
import { MarkPlaces } from './MarkPlaces.tsx'

interface TieCardsProps {
  readonly ties: readonly Tie[]
  readonly canAdd: boolean
  readonly onAdd: () => void
  readonly onChange: (tie: Tie) => void
  readonly onUntie: (tie: Tie) => void
  readonly onJump: (range: Range) => void
}

export function TieCards({ ties, canAdd, onAdd, onChange, onUntie, onJump }: TieCardsProps) {
  const say = useWords()
  return (
    <div className={styles.cards}>
      {ties.length === 0 && <p className={styles.none}>{say('writing.ties.none')}</p>}
      {ties.map((tie) => (
        <article key={tie.id} className={styles.card}>
          <h3 className={styles.words}>{say(`writing.tie.kind.${tie.kind}`)}</h3>
          {tie.reason !== '' && (
            <p className={styles.meaning} dir="auto">
              {tie.reason}
            </p>
          )}
          <MarkPlaces ranges={tie.ranges} onJump={onJump} />
          <p className={styles.who}>{tie.author}</p>
          <div className={styles.actions}>
            <Button small onPress={() => onChange(tie)}>
              {say('marks.change')}
            </Button>
            <Button small onPress={() => onUntie(tie)}>
              {say('writing.tie.untie')}
            </Button>
          </div>
        </article>
      ))}
      <div>
        <Button onPress={onAdd} isDisabled={!canAdd}>
          {say('writing.tie.new')}
        </Button>
      </div>
    </div>
  )
}
