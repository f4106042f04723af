// The one button. `primary` for the step that goes on (one a view), `plain` for the others, `quiet` inside text and lists.
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './Button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  kind?: 'primary' | 'plain' | 'quiet'
  /** Smaller, for actions inside a card. */
  small?: boolean
  className?: string
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({ kind = 'plain', small = false, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-kind={kind}
      data-small={small || undefined}
    >
      {children}
    </AriaButton>
  )
}
