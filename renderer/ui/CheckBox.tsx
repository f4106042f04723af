// One thing, on or off.
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import styles from './CheckBox.module.css'

export interface CheckBoxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  children?: ReactNode
}

/** Without children it needs an `aria-label`. */
export function CheckBox({ children, ...rest }: CheckBoxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.check ?? ''}>
      {({ isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            <svg viewBox="0 0 16 16" width="100%" height="100%">
              <path
                className={styles.tick}
                d={isIndeterminate ? 'M3 8h10' : 'M3 8.5l3.4 3.5L13 4.5'}
                fill="none"
                strokeWidth="2.2"
                strokeLinecap="round"
              />
            </svg>
          </span>
          {children !== undefined && <span className={styles.words}>{children}</span>}
        </>
      )}
    </AriaCheckbox>
  )
}
