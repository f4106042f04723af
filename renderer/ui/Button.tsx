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

type Rest = Omit<ButtonProps, 'kind' | 'small' | 'children' | 'isDisabled' | 'isPending' | 'onFocusChange'>

/** One that can be left, and nothing else: a form is not sent by it either. */
function ended(rest: Rest): Rest {
  const kept = Object.entries(rest).filter(([name]) => !/^on(?:Press|Click)/.test(name))
  return { ...Object.fromEntries(kept), type: 'button', 'aria-disabled': true }
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
      {...(keepsFocus ? ended(rest) : rest)}
      isDisabled={isDisabled && !keepsFocus}
      isPending={isPending}
      onFocusChange={(has) => {
        setFocus(has)
        onFocusChange?.(has)
      }}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-kind={kind}
      data-ended={keepsFocus || undefined}
      data-small={small || undefined}
    >
      {children}
    </AriaButton>
  )
}
