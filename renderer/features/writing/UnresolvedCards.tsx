// Marks whose words are gone: each a question, never silently let go.
import type { Range } from '../../../shared/domain/marks/marks.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './writing.module.css'

export interface Unresolved {
  readonly range: Range
  /** What the mark says, in words. */
  readonly mark: string
  /** It hides words: without it they are not hidden when they are written again. */
  readonly hides: boolean
}

interface UnresolvedCardsProps {
  readonly unresolved: readonly Unresolved[]
  /** Words are chosen that a mark can be laid on. */
  readonly canLay: boolean
  readonly onLetGo: (range: Range) => void
  readonly onLay: (range: Range) => void
  readonly onJump: (range: Range) => void
}

export function UnresolvedCards({ unresolved, canLay, onLetGo, onLay, onJump }: UnresolvedCardsProps) {
  const say = useWords()
  return unresolved.map(({ range, mark, hides }) => (
    <Notice
      key={range.id}
      kind="care"
      title={say('writing.unresolved')}
      action={
        <div className={styles.actions}>
          <Button small onPress={() => onJump(range)}>
            {say('writing.goTo')}
          </Button>
          <Button small isDisabled={!canLay} onPress={() => onLay(range)}>
            {say('writing.unresolved.lay')}
          </Button>
          <Button small onPress={() => onLetGo(range)}>
            {say('writing.unresolved.letGo')}
          </Button>
        </div>
      }
    >
      <p dir="auto">{mark}</p>
      <p dir="auto">{say('writing.unresolved.ask', { words: range.quote })}</p>
      {hides && <p className={styles.soft}>{say('writing.unresolved.noLongerHidden')}</p>}
      {!canLay && <p className={styles.soft}>{say('writing.unresolved.how')}</p>}
    </Notice>
  ))
}
