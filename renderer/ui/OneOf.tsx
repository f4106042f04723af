// A few ways to see the same thing, side by side; exactly one holds.
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import styles from './OneOf.module.css'

export interface OneOfProps<T extends string> {
  /** What the choice is about, for people who listen to the screen. */
  label: string
  value: T
  onChange: (value: T) => void
  options: readonly { readonly id: T; readonly name: string }[]
}

export function OneOf<T extends string>({ label, value, onChange, options }: OneOfProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(chosen) => {
        const next = options.find(({ id }) => chosen.has(id))
        if (next !== undefined) onChange(next.id)
      }}
    >
      {options.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className={styles.one ?? ''}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
