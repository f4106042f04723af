// A stretch of words that carries a label: an underline with a colour and a pattern of its own, so that colour is never alone.
import type { HTMLAttributes, ReactNode } from 'react'
import styles from './LabelMark.module.css'

export interface LabelMarkProps extends HTMLAttributes<HTMLElement> {
  /** 1 to 8. */
  colour: number
  children: ReactNode
}

export function LabelMark({ colour, className, children, ...rest }: LabelMarkProps) {
  return (
    <span {...rest} className={[styles.mark, className].filter(Boolean).join(' ')} data-colour={colour}>
      {children}
    </span>
  )
}
