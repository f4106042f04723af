// One thing that both sides changed: what stands here beside hers. Hers is chosen; the other way only because she says so.
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { conflictInWords } from './conflict-in-words.ts'
import type { Conflict } from './hand-decisions.ts'
import styles from './take-home.module.css'

interface Props {
  readonly conflict: Conflict
  readonly keepsHere: boolean
  readonly onKeepHere: (keepsHere: boolean) => void
  readonly isDisabled: boolean
}

export function ConflictCard({ conflict, keepsHere, onKeepHere, isDisabled }: Props) {
  const say = useWords()
  const kind = say(`takeHome.back.kind.${conflict.kind}`)
  const shown = (side: string) => conflictInWords(say, conflict, side) ?? say('takeHome.back.gone')
  return (
    <li className={styles.conflict}>
      <h3>{kind}</h3>
      <div className={styles.sides}>
        <div className={styles.side} data-hers>
          <h4>{say('takeHome.back.hers')}</h4>
          <p className={styles.words} dir="auto">
            {shown(conflict.hers)}
          </p>
        </div>
        <div className={styles.side}>
          <h4>{say('takeHome.back.here')}</h4>
          <p className={styles.words} dir="auto">
            {shown(conflict.here)}
          </p>
        </div>
      </div>
      <Answers
        label={say('takeHome.back.which')}
        value={keepsHere ? 'here' : 'hers'}
        onChange={(side) => onKeepHere(side === 'here')}
        isDisabled={isDisabled}
        options={[
          { id: 'hers', name: say('takeHome.back.takeHers') },
          { id: 'here', name: say('takeHome.back.keepHere') },
        ]}
      />
    </li>
  )
}
