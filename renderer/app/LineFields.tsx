// Her line for the mirror: from which percent on she need not be asked, and whether readers see it.
import { CheckBox } from '../ui/CheckBox.tsx'
import { NumberField } from '../ui/NumberField.tsx'

export interface Line {
  /** Percent; null where there is no line. */
  readonly threshold: number | null
  readonly toReader: boolean
}

interface LineFieldsProps {
  readonly line: Line
  /** Gets what changes alone: two fields may change before the line is drawn again. */
  readonly onChange: (change: Partial<Line>) => void
  /** To her, or of her. */
  readonly words: { readonly has: string; readonly percent: string; readonly toReader: string }
}

export function LineFields({ line, onChange, words }: LineFieldsProps) {
  const { threshold } = line
  return (
    <>
      <CheckBox isSelected={threshold !== null} onChange={(on) => onChange({ threshold: on ? 50 : null })}>
        {words.has}
      </CheckBox>
      {threshold !== null && (
        <NumberField
          label={words.percent}
          value={threshold}
          minValue={1}
          maxValue={100}
          step={1}
          onChange={(percent) => onChange({ threshold: Number.isNaN(percent) ? threshold : percent })}
        />
      )}
      <CheckBox isSelected={line.toReader} onChange={(toReader) => onChange({ toReader })}>
        {words.toReader}
      </CheckBox>
    </>
  )
}
