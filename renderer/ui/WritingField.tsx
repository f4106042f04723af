// What is around a box to write in, of one line or of several: its name, a note, and what is wrong with it.
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'

export interface WritingFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string
  note?: ReactNode
  /** What is wrong with it and what to do, shown under the box; nothing when null. */
  wrong?: ReactNode
}

/** NOTE: autoComplete: a browser keeps what is typed into a field, in a file that anybody can read, unless it is told not to. */
export function WritingField({ label, note, wrong, children, ...rest }: WritingFieldProps & { children: ReactNode }) {
  const isWrong = wrong !== undefined && wrong !== null && wrong !== ''
  return (
    <AriaTextField
      autoComplete="off"
      {...rest}
      isInvalid={isWrong}
      validationBehavior="aria"
      className={styles.field ?? ''}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {note !== undefined && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      {children}
      <FieldError className={styles.wrong ?? ''}>{wrong}</FieldError>
    </AriaTextField>
  )
}
