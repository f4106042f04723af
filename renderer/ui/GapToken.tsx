// What stands where words were taken out: a hatched token whose form never tells how much was there.
import type { HTMLAttributes, ReactNode } from 'react'
import styles from './GapToken.module.css'

export function GapToken({ className, children, ...rest }: HTMLAttributes<HTMLElement> & { children: ReactNode }) {
  return (
    <span {...rest} className={[styles.gap, className].filter(Boolean).join(' ')}>
      {children}
    </span>
  )
}
