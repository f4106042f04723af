// One of a few things, from a list that opens.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import styles from './field.module.css'
import own from './Choice.module.css'

export interface Option<T extends string> {
  readonly id: T
  readonly name: string
}

export interface ChoiceProps<T extends string> {
  label: string
  note?: ReactNode
  value: T | null
  onChange: (value: T) => void
  options: readonly Option<T>[]
  /** What stands there while nothing is chosen. */
  placeholder?: string
  isDisabled?: boolean
}

export function Choice<T extends string>({
  label,
  note,
  value,
  onChange,
  options,
  placeholder,
  isDisabled = false,
}: ChoiceProps<T>) {
  return (
    <Select
      className={styles.field ?? ''}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as T)
      }}
      isDisabled={isDisabled}
      placeholder={placeholder ?? ''}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {note !== undefined && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      <Button className={own.button ?? ''}>
        <SelectValue className={own.value ?? ''} />
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M3 6l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
      </Button>
      <Popover className={own.popover ?? ''}>
        <ListBox className={own.list ?? ''} items={options}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={own.item ?? ''}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
