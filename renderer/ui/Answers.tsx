// A question with answers of the same size and weight; none is chosen beforehand.
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import styles from './field.module.css'
import own from './Answers.module.css'

export interface AnswerOption<T extends string> {
  readonly id: T
  readonly name: ReactNode
  readonly note?: ReactNode
}

export interface AnswersProps<T extends string> {
  label: string
  note?: ReactNode
  wrong?: ReactNode
  /** Null while nothing has been answered. */
  value: T | null
  onChange: (value: T) => void
  options: readonly AnswerOption<T>[]
  isDisabled?: boolean
}

export function Answers<T extends string>({
  label,
  note,
  wrong,
  value,
  onChange,
  options,
  isDisabled = false,
}: AnswersProps<T>) {
  const isWrong = wrong !== undefined && wrong !== null && wrong !== ''
  return (
    <RadioGroup
      className={styles.field ?? ''}
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
      isDisabled={isDisabled}
      isInvalid={isWrong}
      validationBehavior="aria"
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {note !== undefined && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      <div className={own.answers} data-noted={options.some(({ note: below }) => below !== undefined) || undefined}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={own.answer ?? ''}>
            <span className={own.dot} aria-hidden="true" />
            <span className={own.words}>
              <span className={own.name}>{option.name}</span>
              {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className={styles.wrong ?? ''}>{wrong}</FieldError>
    </RadioGroup>
  )
}
