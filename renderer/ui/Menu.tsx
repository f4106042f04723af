// A button that opens a short list of things to do.
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button, type ButtonProps } from './Button.tsx'
import styles from './Choice.module.css'

export interface MenuPart {
  /** What its items have in common; said and shown above them. */
  readonly heading: string
  readonly items: MenuProps['items']
}

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
  /** More items, in parts with a heading each. */
  parts?: readonly MenuPart[]
  /** Before it is shown: what can be done may depend on the moment. */
  onOpen?: () => void
}

export function Menu({ name, label, kind = 'plain', small = false, items, parts = [], onOpen }: MenuProps) {
  const all = [...items, ...parts.flatMap((part) => part.items)]
  return (
    <MenuTrigger
      onOpenChange={(open) => {
        if (open) onOpen?.()
      }}
    >
      <Button kind={kind} small={small} {...(label === undefined ? {} : { 'aria-label': label })}>
        {name}
      </Button>
      <Popover className={styles.popover ?? ''}>
        <AriaMenu
          className={`${styles.list} ${parts.length > 0 ? styles.long : ''}`}
          disabledKeys={all.filter((item) => item.isDisabled === true).map(({ id }) => id)}
        >
          {items.map(itemOf)}
          {parts.map(({ heading, items: own }) => (
            <MenuSection key={heading} className={styles.part ?? ''}>
              <Header className={styles.heading ?? ''}>{heading}</Header>
              {own.map(itemOf)}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function itemOf({ id, name, run }: MenuProps['items'][number]) {
  return (
    <MenuItem key={id} id={id} className={styles.item ?? ''} onAction={run}>
      {name}
    </MenuItem>
  )
}
