// The one button. `primary` for the step that goes on (one a view), `plain` for the others, `quiet` inside text and lists.
import { useState, type ReactNode, type Ref } from 'react'
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

/** NOTE: one that ends while it has the focus keeps it until it is left; else the focus, and Escape with it, would be nowhere. */
export function Button({
  kind = 'plain',
  small = false,
  className,
  children,
  isDisabled = false,
  isPending = false,
  onFocusChange,
  ...rest
}: ButtonProps) {
  const [hasFocus, setFocus] = useState(false)
  const keepsFocus = isDisabled && hasFocus
  return (
    <AriaButton
      {...rest}
      isDisabled={isDisabled && !keepsFocus}
      isPending={isPending || keepsFocus}
      onFocusChange={(has) => {
        setFocus(has)
        onFocusChange?.(has)
      }}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-kind={kind}
      data-small={small || undefined}
    >
      {children}
    </AriaButton>
  )
}
