// Several lines of writing.
import type { HTMLAttributes, ReactNode, Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'

// NOTE: autoComplete: a browser keeps what is typed into a field, in a file that anybody can read, unless it is told not to.

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'type'> {
  label: string
  note?: ReactNode
  wrong?: ReactNode
  placeholder?: string
  rows?: number
  lang?: string
  dir?: HTMLAttributes<HTMLTextAreaElement>['dir']
  inputRef?: Ref<HTMLTextAreaElement>
}

export function TextArea({ label, note, wrong, placeholder, rows = 4, lang, dir, inputRef, ...rest }: TextAreaProps) {
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
      <AriaTextArea
        ref={inputRef}
        className={styles.box ?? ''}
        rows={rows}
        placeholder={placeholder}
        lang={lang}
        dir={dir}
        spellCheck={false}
      />
      <FieldError className={styles.wrong ?? ''}>{wrong}</FieldError>
    </AriaTextField>
  )
}
