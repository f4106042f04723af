// Undo and redo of one kind of thing: its name, and an arrow back and an arrow forth.
import { Button } from './Button.tsx'
import styles from './UndoLane.module.css'

export interface UndoLaneProps {
  /** What is undone here, in one word; the arrows say it in full. */
  readonly name: string
  readonly label: string
  /** Why neither can be done, where somebody could expect it. */
  readonly why?: string | undefined
  readonly undo: { readonly name: string; readonly run: () => void; readonly isDisabled: boolean }
  readonly redo: { readonly name: string; readonly run: () => void; readonly isDisabled: boolean }
}

const back = 'M5.5 2.5 2 6l3.5 3.5M2 6h7.5a4 4 0 0 1 0 8H6'

export function UndoLane({ name, label, why, undo, redo }: UndoLaneProps) {
  return (
    <div className={styles.lane} role="group" aria-label={label} aria-description={why} title={why}>
      <span aria-hidden="true" className={styles.name}>
        {name}
      </span>
      {[undo, redo].map((way, forth) => (
        <Button
          key={forth}
          small
          kind="quiet"
          className={styles.arrow ?? ''}
          aria-label={way.name}
          isDisabled={way.isDisabled}
          onPress={way.run}
        >
          <svg
            viewBox="0 0 16 16"
            width="1.25em"
            height="1.25em"
            aria-hidden="true"
            data-forth={forth === 1 || undefined}
          >
            <path d={back} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </Button>
      ))}
    </div>
  )
}
