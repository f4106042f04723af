// A label, and how she stands to it: every answer of the same size, none chosen before she has.
import { stances, type Label, type Stance } from '../../../shared/domain/marks/marks.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { useSaid } from './use-said.ts'
import styles from './with-her.module.css'

const hers = stances.filter((stance) => stance !== 'none')
type Taken = Exclude<Stance, 'none'>

interface StanceCardProps {
  readonly label: Label
  readonly quotes: readonly string[]
  readonly onStance: (stance: Taken) => Promise<void>
  /** Only for a label of her own. */
  readonly onRemove: (() => Promise<void>) | null
}

export function StanceCard({ label, quotes, onStance, onRemove }: StanceCardProps) {
  const say = useWords()
  const doing = useDoing()
  const { words, language, meaning, assertedBy, stance, colour, author } = label
  const { chosen, choose } = useSaid<Taken>(doing, stance === 'none' ? null : stance, onStance)
  const isHers = assertedBy === 'narrator'
  return (
    <section
      className={styles.card}
      aria-label={say('her.label.card', { words })}
      data-voice={isHers ? 'hers' : 'others'}
    >
      <p className={styles.signed}>
        {isHers ? say('her.label.yours') : say('her.label.by', { who: say(`uses.assertedBy.${assertedBy}`), author })}
      </p>
      <h3 className={styles.labelWords}>
        <LabelMark colour={colour}>
          <bdi lang={language}>{words}</bdi>
        </LabelMark>
      </h3>
      {meaning !== '' && (
        <p>
          <bdi>{meaning}</bdi>
        </p>
      )}
      {quotes.map((quote, index) => (
        <p key={index} className={styles.quote} dir="auto">
          {quote.length > 200 ? `${quote.slice(0, 200)}…` : quote}
        </p>
      ))}
      {isHers ? null : (
        <Answers<Taken>
          label={say('her.stance')}
          note={stance === 'none' ? say('her.stance.waits') : say(`her.stance.means.${stance}`)}
          value={chosen}
          onChange={choose}
          options={hers.map((id) => ({ id, name: say(`uses.stance.${id}`) }))}
        />
      )}
      {onRemove !== null && (
        <Button isDisabled={doing.busy} onPress={() => doing.run(onRemove)}>
          {say('her.label.remove')}
        </Button>
      )}
      <Failed failure={doing.failure} />
    </section>
  )
}
