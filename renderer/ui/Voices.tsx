// Whose words these are, told by type alone: hers in the reading face on the lightest sheet, everybody else's on a tint, signed.
import type { HTMLAttributes, ReactNode } from 'react'
import styles from './Voices.module.css'

export interface VoiceProps extends HTMLAttributes<HTMLElement> {
  /** BCP 47, of the words. */
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  children: ReactNode
}

export function VoiceOfNarrator({ children, className, ...rest }: VoiceProps) {
  return (
    <div {...rest} className={[styles.narrator, className].filter(Boolean).join(' ')}>
      {children}
    </div>
  )
}

/** `signed` is who says it; it is always shown. */
export function VoiceOfOthers({ children, className, signed, ...rest }: VoiceProps & { signed: ReactNode }) {
  return (
    <div {...rest} className={[styles.others, className].filter(Boolean).join(' ')}>
      <span className={styles.signed}>{signed}</span> {children}
    </div>
  )
}
