// Several lines of writing.
import type { HTMLAttributes, Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { WritingField, type WritingFieldProps } from './WritingField.tsx'
import styles from './field.module.css'

export interface TextAreaProps extends Omit<WritingFieldProps, 'type'> {
  placeholder?: string
  rows?: number
  lang?: string
  dir?: HTMLAttributes<HTMLTextAreaElement>['dir']
  inputRef?: Ref<HTMLTextAreaElement>
}

export function TextArea({ placeholder, rows = 4, lang, dir, inputRef, ...rest }: TextAreaProps) {
  return (
    <WritingField {...rest}>
      <AriaTextArea
        ref={inputRef}
        className={styles.box ?? ''}
        rows={rows}
        placeholder={placeholder}
        lang={lang}
        dir={dir}
        spellCheck={false}
      />
    </WritingField>
  )
}
