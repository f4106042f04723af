// A field for finding: Escape and a small button empty it.
import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField'
import { Text } from 'react-aria-components/Text'
import styles from './field.module.css'
import own from './SearchField.module.css'

// NOTE: autoComplete: a browser keeps what is typed into a field, in a file that anybody can read, unless it is told not to.

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  label: string
  note?: ReactNode
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

export function SearchField({ label, note, placeholder, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField autoComplete="off" {...rest} className={`${styles.field} ${own.search}`}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {note !== undefined && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      <div className={own.inside}>
        <Input
          ref={inputRef}
          className={styles.box ?? ''}
          {...(placeholder === undefined ? {} : { placeholder })}
          dir="auto"
          spellCheck={false}
        />
        <Button className={own.clear ?? ''}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </Button>
      </div>
    </AriaSearchField>
  )
}
