// One line of writing.
import type { HTMLAttributes, ReactNode, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { WritingField, type WritingFieldProps } from './WritingField.tsx'
import styles from './field.module.css'

export interface TextFieldProps extends WritingFieldProps {
  placeholder?: string
  /** Something beside the box, such as a button. */
  beside?: ReactNode
  /** For words in another language or direction. */
  lang?: string
  dir?: HTMLAttributes<HTMLInputElement>['dir']
  inputRef?: Ref<HTMLInputElement>
}

export function TextField({ placeholder, beside, lang, dir, inputRef, ...rest }: TextFieldProps) {
  const given = {
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
  }
  return (
    <WritingField {...rest}>
      <div className={styles.row}>
        <Input ref={inputRef} className={styles.box ?? ''} {...given} spellCheck={false} />
        {beside}
      </div>
    </WritingField>
  )
}
