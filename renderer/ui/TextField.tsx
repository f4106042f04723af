// One line of writing.
import type { HTMLAttributes, ReactNode, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { FieldError } from 'react-aria-components/FieldError'
import styles from './field.module.css'

// NOTE: autoComplete: a browser keeps what is typed into a field, in a file that anybody can read, unless it is told not to.

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string
  note?: ReactNode
  /** What is wrong with it and what to do, shown under the box; nothing when null. */
  wrong?: ReactNode
  placeholder?: string
  /** Something beside the box, such as a button. */
  beside?: ReactNode
  /** For words in another language or direction. */
  lang?: string
  dir?: HTMLAttributes<HTMLInputElement>['dir']
  inputRef?: Ref<HTMLInputElement>
}

export function TextField({ label, note, wrong, placeholder, beside, lang, dir, inputRef, ...rest }: TextFieldProps) {
  const isWrong = wrong !== undefined && wrong !== null && wrong !== ''
  const given = {
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
  }
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
      <div className={styles.row}>
        <Input ref={inputRef} className={styles.box ?? ''} {...given} spellCheck={false} />
        {beside}
      </div>
      <FieldError className={styles.wrong ?? ''}>{wrong}</FieldError>
    </AriaTextField>
  )
}
