// What lies on this passage: her labels and those of others, what is taken out, what it is tied to; each with its way back.
import type { LongerName } from '../../../shared/domain/names/longer-names.ts'
import type { Label, Redaction, Stance, Tie } from '../../../shared/domain/marks/marks.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import type { ReadStory } from './her-shapes.ts'
import { LongerNames } from './LongerNames.tsx'
import { quotesOn, type MarksHere } from './marks-here.ts'
import { StanceCard } from './StanceCard.tsx'
import styles from './with-her.module.css'

interface MarksOnPassageProps {
  readonly passage: string
  readonly read: ReadStory
  readonly here: MarksHere
  readonly hidden: boolean
  readonly onStance: (label: Label, stance: Exclude<Stance, 'none'>) => Promise<void>
  readonly onRemoveLabel: (label: Label) => Promise<void>
  readonly onPutBack: (redaction: Redaction) => Promise<void>
  /** That it is somebody else, or where that was said, that it is not. */
  readonly onLongerName: (name: LongerName) => Promise<void>
  readonly onUntie: (tie: Tie) => Promise<void>
}

export function MarksOnPassage(props: MarksOnPassageProps) {
  const { passage, read, here, hidden, onStance, onRemoveLabel, onPutBack, onLongerName, onUntie } = props
  const say = useWords()
  const doing = useDoing()
  return (
    <>
      {here.labels.map((label) => (
        <StanceCard
          key={label.id}
          label={label}
          quotes={hidden ? [] : quotesOn(label.ranges, passage)}
          onStance={(stance) => onStance(label, stance)}
          onRemove={label.assertedBy === 'narrator' ? () => onRemoveLabel(label) : null}
        />
      ))}
      {here.redactions.map((redaction) => (
        <section key={redaction.id} className={styles.card} aria-label={say('her.takenOut')}>
          <p className={styles.state}>{say(`her.takenOut.from.${redaction.reach}`)}</p>
          {!hidden && redaction.thing !== 'passage' && quotesOn(redaction.ranges, passage).length > 0 && (
            <p className={styles.quote} dir="auto">
              {quotesOn(redaction.ranges, passage).join(' … ')}
            </p>
          )}
          {redaction.ranges.every((range) => range.passage !== passage) && (
            <p className={styles.soft}>{say('her.takenOut.soundAlone')}</p>
          )}
          {redaction.replacement !== '' && (
            <p className={styles.soft}>{say('her.takenOut.instead', { words: redaction.replacement })}</p>
          )}
          <Button isDisabled={doing.busy} onPress={() => doing.run(() => onPutBack(redaction))}>
            {say('her.takenOut.putBack')}
          </Button>
          {!hidden && (
            <LongerNames
              redaction={redaction}
              read={read}
              isDisabled={doing.busy}
              onSay={(name) => doing.run(() => onLongerName(name))}
            />
          )}
        </section>
      ))}
      {here.ties.map((tie) => (
        <section key={tie.id} className={styles.card} aria-label={say('her.tied')}>
          <p className={styles.state}>{say(`her.tied.${tie.kind}`)}</p>
          {tie.reason !== '' && (
            <p className={styles.quote} dir="auto">
              {tie.reason}
            </p>
          )}
          <Button isDisabled={doing.busy} onPress={() => doing.run(() => onUntie(tie))}>
            {say('her.tied.untie')}
          </Button>
        </section>
      ))}
      <Failed failure={doing.failure} />
    </>
  )
}
