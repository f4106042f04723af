// The labels of a story, as cards: the words, what they mean to her, who says so, how she stands to it, where it lies.
import type { Label, Range } from '../../../shared/domain/marks/marks.ts'
import { Button } from '../../ui/Button.tsx'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './MarkCards.module.css'
import { MarkPlaces } from './MarkPlaces.tsx'

interface LabelCardsProps {
  readonly labels: readonly Label[]
  readonly narrator: string
  readonly canAdd: boolean
  readonly onAdd: () => void
  readonly onChange: (label: Label) => void
  readonly onRemove: (label: Label) => void
  readonly onJump: (range: Range) => void
}

export function LabelCards({ labels, narrator, canAdd, onAdd, onChange, onRemove, onJump }: LabelCardsProps) {
  const say = useWords()
  return (
    <div className={styles.cards}>
      {labels.length === 0 && <p className={styles.none}>{say('marks.labels.none')}</p>}
      {labels.map((label) => {
        const hers = label.assertedBy === 'narrator'
        return (
          <article key={label.id} className={styles.card}>
            <h3 className={styles.words} data-hers={hers || undefined}>
              <LabelMark colour={label.colour}>
                <bdi lang={label.language}>{label.words}</bdi>
              </LabelMark>
            </h3>
            {label.meaning !== '' && (
              <p className={styles.meaning} dir="auto">
                {label.meaning}
              </p>
            )}
            <p className={styles.who}>
              {hers
                ? say('marks.label.by.her', { name: narrator })
                : say('marks.label.by', { who: say(`uses.assertedBy.${label.assertedBy}`) })}
            </p>
            <p className={styles.stance}>
              <span>
                {label.stance === 'none'
                  ? say('marks.label.saysNothing', { name: narrator })
                  : say.rich('marks.label.says', {
                      name: narrator,
                      stance: say(`uses.stance.${label.stance}`),
                      b: (parts) => <b key="stance">{parts}</b>,
                    })}
              </span>
              {label.stance === 'notMine' && <span className={styles.kept}>{say('marks.label.neverKeyword')}</span>}
              {label.stance === 'none' && !hers && <span className={styles.kept}>{say('marks.label.waits')}</span>}
            </p>
            <MarkPlaces ranges={label.ranges} onJump={onJump} />
            <div className={styles.actions}>
              <Button
                small
                onPress={() => onChange(label)}
                aria-label={say('marks.label.change.named', { words: label.words })}
              >
                {say('marks.change')}
              </Button>
              <Button
                small
                onPress={() => onRemove(label)}
                aria-label={say('marks.label.remove.named', { words: label.words })}
              >
                {say('marks.remove')}
              </Button>
            </div>
          </article>
        )
      })}
      <div>
        <Button kind="primary" onPress={onAdd} isDisabled={!canAdd}>
          {say('marks.label.add')}
        </Button>
        {!canAdd && <p className={styles.none}>{say('marks.chooseFirst')}</p>}
      </div>
    </div>
  )
}
