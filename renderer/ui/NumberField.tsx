// A number with a step down and a step up.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { Text } from 'react-aria-components/Text'
import styles from './field.module.css'
import own from './NumberField.module.css'

export interface NumberFieldProps extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'style'> {
  label: string
  note?: ReactNode
  wrong?: ReactNode
}

export function NumberField({ label, note, wrong, ...rest }: NumberFieldProps) {
  const isWrong = wrong !== undefined && wrong !== null && wrong !== ''
  return (
    <AriaNumberField {...rest} isInvalid={isWrong} validationBehavior="aria" className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {note !== undefined && (
        <Text slot="description" className={styles.note ?? ''}>
          {note}
        </Text>
      )}
      <Group className={own.group ?? ''}>
        <Button slot="decrement" className={own.step ?? ''}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 8h10" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </Button>
        <Input autoComplete="off" className={`${styles.box} ${own.number}`} />
        <Button slot="increment" className={own.step ?? ''}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 8h10M8 3v10" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </Button>
      </Group>
      <FieldError className={styles.wrong ?? ''}>{wrong}</FieldError>
    </AriaNumberField>
  )
}
