// How far long work has come, with a way to stop it. `value` is null while nobody can tell.
import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { Label } from 'react-aria-components/Label'
import { useWords } from '../words/say.tsx'
import { Button } from './Button.tsx'
import styles from './Progress.module.css'

export interface ProgressProps {
  label: string
  /** 0 to 1. */
  value: number | null
  note?: ReactNode
  onCancel?: () => void
}

export function Progress({ label, value, note, onCancel }: ProgressProps) {
  const say = useWords()
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={styles.bar ?? ''}
        isIndeterminate={value === null}
        value={value ?? 0}
        minValue={0}
        maxValue={1}
        {...(value === null ? {} : { valueLabel: say('ui.percent', { part: value }) })}
      >
        <div className={styles.line}>
          <Label className={styles.label ?? ''}>{label}</Label>
          {value !== null && <span>{say('ui.percent', { part: value })}</span>}
        </div>
        <div className={styles.track} data-unknown={value === null || undefined}>
          <div
            className={styles.done}
            style={{ inlineSize: value === null ? '30%' : `${Math.round(value * 1000) / 10}%` }}
          />
        </div>
      </ProgressBar>
      <div className={styles.line}>
        <span className={styles.note}>{note}</span>
        {onCancel !== undefined && (
          <Button small onPress={onCancel}>
            {say('ui.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
