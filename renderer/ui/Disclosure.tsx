// More about something, for whoever wants it.
import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

export function Disclosure({ title, children, isOpen }: { title: ReactNode; children: ReactNode; isOpen?: boolean }) {
  return (
    <details className={styles.disclosure} open={isOpen}>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
