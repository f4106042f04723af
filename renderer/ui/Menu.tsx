// A button that opens a short list of things to do.
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button, type ButtonProps } from './Button.tsx'
import styles from './Choice.module.css'

export interface MenuProps {
  /** What the button says. */
  name: ReactNode
  /** Needed where `name` is only a picture. */
  label?: string
  kind?: ButtonProps['kind']
  small?: boolean
  items: readonly {
    readonly id: string
    readonly name: string
    readonly run: () => void
    readonly isDisabled?: boolean
  }[]
}

export function Menu({ name, label, kind = 'plain', small = false, items }: MenuProps) {
  return (
    <MenuTrigger>
      <Button kind={kind} small={small} {...(label === undefined ? {} : { 'aria-label': label })}>
        {name}
      </Button>
      <Popover className={styles.popover ?? ''}>
        <AriaMenu
          className={styles.list ?? ''}
          disabledKeys={items.filter((item) => item.isDisabled === true).map(({ id }) => id)}
        >
          {items.map(({ id, name: itemName, run }) => (
            <MenuItem key={id} id={id} className={styles.item ?? ''} onAction={run}>
              {itemName}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
